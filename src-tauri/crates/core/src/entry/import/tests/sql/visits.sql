SELECT json_object('date', v.happened_on, 'place', s.name, 'deputies', json((SELECT json_group_array(name) FROM
  (SELECT coalesce(p.name, d.name) AS name FROM visit_deputy d LEFT JOIN person p ON p.id = d.person_id
   WHERE d.visit_id = v.id AND d.voided IS NULL ORDER BY d.sort))),
  'visitor', y.name, 'village', pl.name, 'phone', y.phone, 'people', v.people, 'form', f.label, 'category', k.label,
  'content', m.words, 'route', r.label, 'unit', l.units,
  'done', (SELECT happened_on FROM matter_step WHERE matter_id = m.id AND kind = 'closed'), 'satisfied', g.label) AS json
FROM visit v JOIN party y ON y.visit_id = v.id JOIN raised ra ON ra.party_id = y.id JOIN matter m ON m.id = ra.matter_id
JOIN matter_life l ON l.matter_id = m.id LEFT JOIN site s ON s.id = v.site_id LEFT JOIN place pl ON pl.id = y.place_id
LEFT JOIN code f ON f.id = v.form_id LEFT JOIN code k ON k.id = m.category_id LEFT JOIN code r ON r.id = l.route_id
LEFT JOIN code g ON g.id = l.grade_id WHERE v.voided IS NULL AND v.activity_id IS NOT NULL ORDER BY v.number;
