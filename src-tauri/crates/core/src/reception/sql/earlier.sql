-- What was raised within a period, with who raised it: a row for each party of a visit, one for what was raised elsewhere.
SELECT m.id AS matter_id, v.id AS visit_id, coalesce(v.number, m.number) AS number, f.opened_on AS date, p.name AS visitor,
  p.phone, l.name AS village, coalesce(m.words, m.title, '') AS content
FROM matter_life f
JOIN matter m ON m.id = f.matter_id
LEFT JOIN raised r ON r.matter_id = m.id AND r.voided IS NULL AND r.party_id IS NOT NULL
LEFT JOIN party p ON p.id = r.party_id AND p.voided IS NULL
LEFT JOIN visit v ON v.id = p.visit_id AND v.voided IS NULL
LEFT JOIN place l ON l.id = p.place_id
WHERE f.opened_on BETWEEN :from AND :to AND (:except IS NULL OR v.id IS NULL OR v.id <> :except)
ORDER BY f.opened_on DESC, m.id;
