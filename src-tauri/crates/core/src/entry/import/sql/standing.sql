SELECT c.id, '' AS date, p.name AS who, r.name AS words, coalesce(r.address, l.name) AS place, c.voided IS NOT NULL AS voided
FROM standing_contact c JOIN person p ON p.id = c.person_id JOIN resident r ON r.id = c.resident_id
LEFT JOIN place l ON l.id = r.place_id ORDER BY c.id;
