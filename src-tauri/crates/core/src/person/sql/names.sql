-- Every name of somebody that the store holds, once for each fact that writes it.
SELECT * FROM (
  SELECT 'person' AS kind, id, name, name_note AS note FROM person WHERE voided IS NULL
  UNION ALL SELECT 'resident', id, name, NULL FROM resident WHERE voided IS NULL
  UNION ALL SELECT 'visit', p.visit_id, p.name, NULL FROM party p JOIN visit v ON v.id = p.visit_id
    WHERE p.voided IS NULL AND v.voided IS NULL AND p.name IS NOT NULL
  UNION ALL SELECT 'contact', id, voter, NULL FROM contact WHERE voided IS NULL AND voter IS NOT NULL
) ORDER BY kind <> 'person', name, id;
