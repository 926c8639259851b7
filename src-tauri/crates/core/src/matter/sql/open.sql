-- Matters whose newest round is not closed, those that were closed, or have a word after it, since :closed_since, and those
-- that since :word_since left somebody not satisfied, or a promise that nobody has followed up.
SELECT r.matter_id FROM round r JOIN matter m ON m.id = r.matter_id
WHERE r.voided IS NULL AND m.voided IS NULL
  AND NOT EXISTS (SELECT 1 FROM round n WHERE n.matter_id = r.matter_id AND n.voided IS NULL AND n.ordinal > r.ordinal)
  AND (NOT EXISTS (SELECT 1 FROM step s WHERE s.round_id = r.id AND s.voided IS NULL AND s.kind IN ('closed', 'answered', 'guided'))
    OR EXISTS (SELECT 1 FROM step s WHERE s.round_id = r.id AND s.voided IS NULL AND s.happened_on >= :closed_since)
    OR EXISTS (SELECT 1 FROM step s WHERE s.round_id = r.id AND s.voided IS NULL AND s.happened_on >= :word_since
      AND s.grade_id = 'grade.not')
    OR (EXISTS (SELECT 1 FROM step s WHERE s.round_id = r.id AND s.voided IS NULL AND s.promised_on IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM step s WHERE s.round_id = r.id AND s.voided IS NULL AND s.kind = 'followed')));
