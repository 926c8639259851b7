SELECT a.id, '值班' AS what, a.name, d.since AS day, d.since || coalesce(' ' || s.name, '') AS label
FROM attendance a JOIN activity d ON d.id = a.activity_id AND d.voided IS NULL LEFT JOIN site s ON s.id = d.site_id
WHERE a.person_id IS NULL AND a.voided IS NULL
UNION ALL SELECT t.id, '接待', t.name, v.happened_on, v.happened_on || ' ' || v.number
FROM visit_deputy t JOIN visit v ON v.id = t.visit_id AND v.voided IS NULL WHERE t.person_id IS NULL AND t.voided IS NULL
UNION ALL SELECT t.id, '建议', t.name, coalesce(m.submitted_on, ''), trim(coalesce(m.number, '') || ' ' || coalesce(m.title, m.words, ''))
FROM matter_deputy t JOIN matter m ON m.id = t.matter_id AND m.voided IS NULL WHERE t.person_id IS NULL AND t.voided IS NULL
ORDER BY 4, 5, 1;
