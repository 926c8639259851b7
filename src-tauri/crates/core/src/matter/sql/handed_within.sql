-- Matters of which something was handed on within a period.
SELECT DISTINCT r.matter_id FROM step s JOIN round r ON r.id = s.round_id JOIN matter m ON m.id = r.matter_id
WHERE s.kind = 'handed' AND s.happened_on BETWEEN :from AND :to AND s.voided IS NULL AND r.voided IS NULL AND m.voided IS NULL
  AND (:kind IS NULL OR m.kind = :kind OR (:kind = '建议' AND m.kind <> '社情民意'))
ORDER BY r.matter_id;
