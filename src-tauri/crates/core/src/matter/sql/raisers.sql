-- Who raised a matter, in the order of their telling.
SELECT r.id, coalesce(p.name, h.name, a.title, CASE WHEN p.id IS NOT NULL THEN '匿名' END, '') AS who, v.id AS visit_id
FROM raised r
LEFT JOIN party p ON p.id = r.party_id
LEFT JOIN visit v ON v.id = p.visit_id
LEFT JOIN person h ON h.id = r.person_id
LEFT JOIN activity a ON a.id = r.activity_id
WHERE r.matter_id = ?1 AND r.voided IS NULL ORDER BY v.happened_on, r.sort, r.id;
