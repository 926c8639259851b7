-- The steps of a matter in the order of its life, with the labels of their codes.
SELECT r.ordinal AS round, s.id, s.kind, s.happened_on, (SELECT label FROM code WHERE id = s.route_id) AS route,
  u.name AS unit, (SELECT label FROM code WHERE id = s.way_id) AS way, s.by_whom, s.words, s.document,
  (SELECT label FROM code WHERE id = s.result_id) AS result, (SELECT label FROM code WHERE id = s.grade_id) AS grade,
  (SELECT coalesce(p.name, h.name, c.voter, CASE WHEN p.id IS NOT NULL THEN '匿名' END) FROM raised x
    LEFT JOIN party p ON p.id = x.party_id LEFT JOIN person h ON h.id = x.person_id
    LEFT JOIN contact c ON c.id = x.contact_id WHERE x.id = s.raised_id) AS told_whom,
  s.assignment_id, CASE s.kind WHEN 'handed' THEN a.role END AS role, (SELECT label FROM code WHERE id = s.attitude_id) AS attitude,
  (SELECT name FROM unit WHERE id = s.unit_id) AS office, s.level, s.promised, s.promised_on, s.due_on, s.due_rule,
  (SELECT title FROM activity WHERE id = s.activity_id) AS activity
FROM round r JOIN step s ON s.round_id = r.id LEFT JOIN assignment a ON a.id = s.assignment_id LEFT JOIN unit u ON u.id = a.unit_id
WHERE r.matter_id = ?1 AND r.voided IS NULL AND s.voided IS NULL ORDER BY r.ordinal, s.happened_on, s.sort, s.id;
