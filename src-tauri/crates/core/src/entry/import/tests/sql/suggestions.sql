SELECT json_object('no', m.number, 'title', m.title,
  'lead', (SELECT p.name FROM matter_deputy d JOIN person p ON p.id = d.person_id WHERE d.matter_id = m.id AND d.role = '领衔'),
  'co', json((SELECT json_group_array(name) FROM (SELECT p.name FROM matter_deputy d JOIN person p ON p.id = d.person_id
    WHERE d.matter_id = m.id AND d.role = '附议' ORDER BY d.sort))),
  'submitted', m.submitted_on, 'handed', l.handed_on, 'unit', l.units, 'replied', l.replied_on, 'result', r.label,
  'satisfied', g.label) AS json
FROM matter m JOIN matter_life l ON l.matter_id = m.id JOIN session s ON s.id = m.session_id
LEFT JOIN code r ON r.id = l.result_id LEFT JOIN code g ON g.id = l.grade_id
WHERE m.kind = '建议' AND m.period = '会议期间' AND l.closed_on = l.replied_on ORDER BY m.number;
