-- Names of deputies that the roster lacks, with how often and where they first stand.
WITH named AS (
  SELECT t.name, 'activity' AS kind, t.activity_id AS id FROM attendance t JOIN activity a ON a.id = t.activity_id
  WHERE t.voided IS NULL AND a.voided IS NULL AND t.person_id IS NULL
  UNION ALL
  SELECT d.name, 'visit', d.visit_id FROM visit_deputy d JOIN visit v ON v.id = d.visit_id
  WHERE d.voided IS NULL AND v.voided IS NULL AND d.person_id IS NULL
  UNION ALL
  SELECT d.name, 'matter', d.matter_id FROM matter_deputy d JOIN matter m ON m.id = d.matter_id
  WHERE d.voided IS NULL AND m.voided IS NULL AND d.person_id IS NULL
  UNION ALL
  SELECT d.name, 'contact', d.contact_id FROM contact_deputy d JOIN contact c ON c.id = d.contact_id
  WHERE d.voided IS NULL AND c.voided IS NULL AND d.person_id IS NULL
  UNION ALL
  SELECT d.name, 'constituency_visit', c.id FROM constituency_visit_deputy d
  JOIN constituency_visit c ON c.id = d.constituency_visit_id
  WHERE d.voided IS NULL AND c.voided IS NULL AND d.person_id IS NULL
  UNION ALL
  SELECT d.name, 'deed', d.deed_id FROM deed_deputy d JOIN deed e ON e.id = d.deed_id
  WHERE d.voided IS NULL AND e.voided IS NULL AND d.person_id IS NULL
  UNION ALL
  SELECT d.name, 'talk', d.talk_id FROM talk_deputy d JOIN talk t ON t.id = d.talk_id
  WHERE d.voided IS NULL AND t.voided IS NULL AND d.person_id IS NULL
)
SELECT name, count(*) AS count, kind, id, min(id) AS first FROM named GROUP BY name ORDER BY name;
