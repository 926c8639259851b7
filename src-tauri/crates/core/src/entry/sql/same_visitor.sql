SELECT v.number FROM visit v JOIN party p ON p.visit_id = v.id AND p.voided IS NULL
WHERE v.voided IS NULL AND v.happened_on = ?1 AND p.name = ?2 AND v.id <> ?3 LIMIT 1;
