SELECT a.id, CASE d.kind_id WHEN 'activity.reception_day' THEN '值班' ELSE '活动' END AS what, a.name, d.since AS day,
  d.since || CASE d.kind_id WHEN 'activity.reception_day' THEN coalesce(' ' || s.name, '') ELSE ' ' || d.title END AS label
FROM attendance a JOIN activity d ON d.id = a.activity_id AND d.voided IS NULL LEFT JOIN site s ON s.id = d.site_id
WHERE a.person_id IS NULL AND a.voided IS NULL
UNION ALL SELECT t.id, '接待', t.name, v.happened_on, v.happened_on || ' ' || v.number
FROM visit_deputy t JOIN visit v ON v.id = t.visit_id AND v.voided IS NULL WHERE t.person_id IS NULL AND t.voided IS NULL
UNION ALL SELECT t.id, '建议', t.name, coalesce(m.submitted_on, ''), trim(coalesce(m.number, '') || ' ' || coalesce(m.title, m.words, ''))
FROM matter_deputy t JOIN matter m ON m.id = t.matter_id AND m.voided IS NULL WHERE t.person_id IS NULL AND t.voided IS NULL
UNION ALL SELECT t.id, '联系', t.name, c.happened_on, c.happened_on || coalesce(' ' || c.voter, '')
FROM contact_deputy t JOIN contact c ON c.id = t.contact_id AND c.voided IS NULL WHERE t.person_id IS NULL AND t.voided IS NULL
UNION ALL SELECT t.id, '实事', t.name, coalesce(e.happened_on, ''), trim(coalesce(e.happened_on, '') || ' ' || e.content)
FROM deed_deputy t JOIN deed e ON e.id = t.deed_id AND e.voided IS NULL WHERE t.person_id IS NULL AND t.voided IS NULL
UNION ALL SELECT t.id, '走访选区', t.name, v.happened_on, v.happened_on || ' 第' || c.number || '选区'
FROM constituency_visit_deputy t JOIN constituency_visit v ON v.id = t.constituency_visit_id AND v.voided IS NULL
JOIN constituency c ON c.id = v.constituency_id WHERE t.person_id IS NULL AND t.voided IS NULL
ORDER BY 4, 5, 1;
