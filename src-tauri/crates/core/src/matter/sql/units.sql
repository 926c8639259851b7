-- The units that handle a matter, with what each has done.
SELECT a.id, r.ordinal AS round, a.role, u.name AS unit, a.handler,
  (SELECT min(s.happened_on) FROM step s WHERE s.assignment_id = a.id AND s.voided IS NULL AND s.kind = 'signed') AS signed,
  (SELECT min(s.happened_on) FROM step s WHERE s.assignment_id = a.id AND s.voided IS NULL AND s.kind = 'returned') AS returned,
  (SELECT min(s.happened_on) FROM step s WHERE s.round_id = r.id AND s.voided IS NULL AND s.kind = 'replied'
    AND (s.assignment_id = a.id OR s.assignment_id IS NULL)) AS replied,
  (SELECT count(*) FROM step s WHERE s.assignment_id = a.id AND s.voided IS NULL AND s.kind = 'chased') AS chased
FROM round r JOIN assignment a ON a.round_id = r.id LEFT JOIN unit u ON u.id = a.unit_id
WHERE r.matter_id = ?1 AND r.voided IS NULL AND a.voided IS NULL ORDER BY r.ordinal, a.role <> '主办', a.id;
