-- Names of deputies that the roster lacks, with how often and where they first stand.
WITH named AS (
  SELECT name, 'activity' AS kind, activity_id AS id FROM attendance WHERE voided IS NULL AND person_id IS NULL
  UNION ALL
  SELECT d.name, 'visit', d.visit_id FROM visit_deputy d JOIN visit v ON v.id = d.visit_id
  WHERE d.voided IS NULL AND v.voided IS NULL AND d.person_id IS NULL
  UNION ALL
  SELECT d.name, 'matter', d.matter_id FROM matter_deputy d JOIN matter m ON m.id = d.matter_id
  WHERE d.voided IS NULL AND m.voided IS NULL AND d.person_id IS NULL
)
SELECT name, count(*) AS count, kind, id, min(id) AS first FROM named GROUP BY name ORDER BY name;
