SELECT v.id AS visit_id, v.number, v.happened_on, v.site_id, m.id AS matter_id, m.words, p.name
FROM visit v JOIN party p ON p.visit_id = v.id AND p.voided IS NULL
JOIN raised r ON r.party_id = p.id AND r.voided IS NULL JOIN matter m ON m.id = r.matter_id
WHERE v.voided IS NOT NULL ORDER BY v.id, m.id, p.sort, p.id;
