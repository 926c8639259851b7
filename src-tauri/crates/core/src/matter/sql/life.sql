-- The steps of a matter in the order of its life, with the labels of their codes.
SELECT s.round, s.id, s.kind, s.happened_on, (SELECT label FROM code WHERE id = s.route_id) AS route,
  (SELECT u.name FROM assignment a JOIN unit u ON u.id = a.unit_id WHERE a.id = s.assignment_id) AS unit,
  (SELECT label FROM code WHERE id = s.way_id) AS way, s.by_whom, s.words, s.document,
  (SELECT label FROM code WHERE id = s.result_id) AS result, (SELECT label FROM code WHERE id = s.grade_id) AS grade,
  (SELECT coalesce(p.name, h.name, c.voter, CASE WHEN p.id IS NOT NULL THEN '匿名' END) FROM raised r
    LEFT JOIN party p ON p.id = r.party_id LEFT JOIN person h ON h.id = r.person_id
    LEFT JOIN contact c ON c.id = r.contact_id WHERE r.id = s.raised_id) AS told_whom
FROM matter_step s WHERE s.matter_id = ?1 ORDER BY s.round, s.happened_on, s.id;
