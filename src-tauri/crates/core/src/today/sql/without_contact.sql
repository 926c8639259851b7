-- Deputies of the station's own level on a day (?2) whom no contact since ?1 names, by constituency.
SELECT p.name FROM seat s JOIN person p ON p.id = s.person_id LEFT JOIN constituency k ON k.id = s.constituency_id
WHERE s.own = 1 AND s.since <= ?2 AND ?2 < s.until AND p.voided IS NULL AND NOT EXISTS (
  SELECT 1 FROM contact c JOIN contact_deputy d ON d.contact_id = c.id
  WHERE c.voided IS NULL AND d.voided IS NULL AND d.person_id = s.person_id AND c.happened_on BETWEEN ?1 AND ?2)
GROUP BY p.id ORDER BY k.number, p.name, p.id;
