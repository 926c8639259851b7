SELECT json_object('name', p.name, 'sex', p.sex, 'nation', n.label, 'birth', p.birth, 'party', t.label, 'edu', e.label,
  'unit', w.unit, 'post', w.post, 'phone', p.phone, 'idno', p.id_number, 'constituency', c.number, 'group', g.name,
  'levels', json((SELECT json_group_array(level) FROM (SELECT level FROM mandate WHERE person_id = p.id AND voided IS NULL
    ORDER BY CASE level WHEN '镇' THEN 0 WHEN '县' THEN 1 WHEN '市' THEN 2 WHEN '省' THEN 3 ELSE 4 END)))) AS json
FROM person p LEFT JOIN code n ON n.id = p.nation_id LEFT JOIN code t ON t.id = p.party_id
LEFT JOIN code e ON e.id = p.education_id
LEFT JOIN membership w ON w.person_id = p.id AND w.kind = 'work' AND w.voided IS NULL
LEFT JOIN mandate m ON m.person_id = p.id AND m.level = '镇' AND m.voided IS NULL
LEFT JOIN constituency c ON c.id = m.constituency_id
LEFT JOIN standing s ON s.person_id = p.id AND s.kind = 'group' LEFT JOIN team g ON g.id = s.team_id
WHERE p.voided IS NULL ORDER BY p.id;
