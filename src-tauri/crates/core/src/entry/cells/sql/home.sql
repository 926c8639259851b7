-- What a matter came of; no row where a deputy raised it.
SELECT CASE WHEN p.visit_id IS NOT NULL THEN 'visit' WHEN r.activity_id IS NOT NULL THEN 'activity'
    WHEN r.contact_id IS NOT NULL THEN 'contact' ELSE 'constituency_visit' END AS kind,
  coalesce(p.visit_id, r.activity_id, r.contact_id, r.constituency_visit_id) AS id
FROM raised r LEFT JOIN party p ON p.id = r.party_id
WHERE r.matter_id = ?1 AND r.voided IS NULL AND r.person_id IS NULL
ORDER BY r.sort, r.id LIMIT 1;
