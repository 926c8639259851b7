-- Who or what raised a matter, in the order of their telling, and the fact in which it was raised.
SELECT r.id, coalesce(p.name, h.name, a.title, c.voter, o.name, '走访第' || k.number || '选区',
    CASE WHEN p.id IS NOT NULL THEN '匿名' WHEN c.id IS NOT NULL THEN '选民' END, '') AS who,
  CASE WHEN v.id IS NOT NULL THEN 'visit' WHEN a.id IS NOT NULL THEN 'activity' WHEN c.id IS NOT NULL THEN 'contact'
    WHEN w.id IS NOT NULL THEN 'constituency_visit' END AS kind,
  coalesce(v.id, a.id, c.id, w.id) AS fact_id
FROM raised r
LEFT JOIN party p ON p.id = r.party_id
LEFT JOIN visit v ON v.id = p.visit_id
LEFT JOIN person h ON h.id = r.person_id
LEFT JOIN activity a ON a.id = r.activity_id
LEFT JOIN contact c ON c.id = r.contact_id
LEFT JOIN person o ON o.id = c.partner_id
LEFT JOIN constituency_visit w ON w.id = r.constituency_visit_id
LEFT JOIN constituency k ON k.id = w.constituency_id
WHERE r.matter_id = ?1 AND r.voided IS NULL ORDER BY v.happened_on, r.sort, r.id;
