SELECT m.* FROM mandate m JOIN person p ON p.id = m.person_id WHERE p.voided IS NOT NULL ORDER BY m.id;
