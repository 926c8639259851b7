-- The steps of a matter in the order of its life, with the unit that each is about and words for their codes.
SELECT s.id, r.ordinal AS round, s.kind, s.happened_on, s.raised_id, s.route_id,
  (SELECT label FROM code WHERE id = s.route_id) AS route, (SELECT label FROM code WHERE id = s.way_id) AS way,
  s.by_whom, s.words, s.document, (SELECT label FROM code WHERE id = s.result_id) AS result,
  (SELECT label FROM code WHERE id = s.grade_id) AS grade, (SELECT label FROM code WHERE id = s.attitude_id) AS attitude,
  s.due_on, s.due_rule, s.level, s.promised, s.promised_on,
  u.name AS unit, a.role, a.handler, u.contact_person, u.phone AS unit_phone,
  s.assignment_id IS NOT NULL AND EXISTS (SELECT 1 FROM step t WHERE t.assignment_id = s.assignment_id
    AND t.kind = 'returned' AND t.voided IS NULL) AS given_back
FROM round r JOIN step s ON s.round_id = r.id LEFT JOIN assignment a ON a.id = s.assignment_id
LEFT JOIN unit u ON u.id = coalesce(s.unit_id, a.unit_id)
WHERE r.matter_id = ?1 AND r.voided IS NULL AND s.voided IS NULL ORDER BY r.ordinal, s.happened_on, s.sort, s.id;
