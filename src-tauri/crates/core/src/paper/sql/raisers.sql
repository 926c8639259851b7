-- Voters who raised a matter, in a visit or to a deputy who called on them, in the order of their telling.
SELECT r.id, coalesce(p.name, c.voter) AS name, coalesce(p.phone, e.phone) AS phone,
  nullif(coalesce(k.name || CASE k.kind WHEN 'village' THEN '村' ELSE '' END, '') || coalesce(p.address, ''), '') AS village,
  v.number AS visit, coalesce(v.happened_on, c.happened_on) AS day,
  (SELECT label FROM code WHERE id = coalesce(v.form_id, c.way_id)) AS form
FROM raised r
LEFT JOIN party p ON p.id = r.party_id LEFT JOIN visit v ON v.id = p.visit_id
LEFT JOIN contact c ON c.id = r.contact_id LEFT JOIN resident e ON e.id = c.resident_id
LEFT JOIN place k ON k.id = coalesce(p.place_id, c.place_id)
WHERE r.matter_id = ?1 AND r.voided IS NULL AND (p.id IS NOT NULL OR c.id IS NOT NULL)
ORDER BY coalesce(v.happened_on, c.happened_on), r.sort, r.id;
