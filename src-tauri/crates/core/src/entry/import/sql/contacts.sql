SELECT c.id, c.happened_on AS date, coalesce(c.voter, '@' || coalesce(l.name, c.place, '')) AS words, NULL AS place,
  c.voided IS NOT NULL AS voided,
  (SELECT group_concat(coalesce(p.name, d.name), '、') FROM contact_deputy d LEFT JOIN person p ON p.id = d.person_id
    WHERE d.contact_id = c.id AND d.voided IS NULL) AS who
FROM contact c LEFT JOIN place l ON l.id = c.place_id WHERE c.partner_id IS NULL ORDER BY c.id;
