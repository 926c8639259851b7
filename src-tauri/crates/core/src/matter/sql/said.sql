-- What is said of matters themselves.
SELECT m.id, m.number, m.kind, coalesce(m.title, m.words), m.submitted_on, m.supervised, m.petition, m.confidential FROM matter m
WHERE m.voided IS NULL AND (:ids IS NULL OR m.id IN (SELECT value FROM json_each(:ids)));
