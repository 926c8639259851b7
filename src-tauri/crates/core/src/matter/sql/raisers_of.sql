-- Who raised matters, whether as a voter, and where; the first visit first, then the first contact.
SELECT r.matter_id, r.id, coalesce(p.name, h.name, a.title, c.voter, CASE WHEN p.id IS NOT NULL THEN '匿名'
    WHEN c.id IS NOT NULL THEN '选民' ELSE '选区群众' END),
  p.id IS NOT NULL OR c.voter IS NOT NULL,
  coalesce(v.number, '活动 ' || coalesce(a.number, a.title), '联系 ' || c.happened_on, '走访第' || k.number || '选区 ' || w.happened_on)
FROM raised r
LEFT JOIN party p ON p.id = r.party_id AND p.voided IS NULL
LEFT JOIN visit v ON v.id = p.visit_id AND v.voided IS NULL
LEFT JOIN person h ON h.id = r.person_id
LEFT JOIN activity a ON a.id = r.activity_id
LEFT JOIN contact c ON c.id = r.contact_id
LEFT JOIN constituency_visit w ON w.id = r.constituency_visit_id
LEFT JOIN constituency k ON k.id = w.constituency_id
WHERE r.voided IS NULL AND (:ids IS NULL OR r.matter_id IN (SELECT value FROM json_each(:ids)))
ORDER BY r.matter_id, p.id IS NULL, v.happened_on, v.number, r.sort, r.id;
