-- What orders of deputies look at beside the roster: the place given by hand, 代表证号 of the highest seat that has one.
SELECT p.id, p.list_order AS manual,
  (SELECT m.certificate FROM mandate m WHERE m.person_id = p.id AND m.voided IS NULL AND m.certificate IS NOT NULL
    ORDER BY m.id LIMIT 1) AS certificate
FROM person p WHERE p.voided IS NULL;
