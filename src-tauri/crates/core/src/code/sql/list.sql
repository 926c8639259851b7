-- 字典: every entry of every list, hidden ones too, with how often it is used.
WITH used AS (
  SELECT nation_id AS id FROM person WHERE voided IS NULL
  UNION ALL SELECT party_id FROM person WHERE voided IS NULL
  UNION ALL SELECT education_id FROM person WHERE voided IS NULL
  UNION ALL SELECT degree_id FROM person WHERE voided IS NULL
  UNION ALL SELECT occupation_id FROM person WHERE voided IS NULL
  UNION ALL SELECT end_reason_id FROM mandate WHERE voided IS NULL
  UNION ALL SELECT kind_id FROM activity WHERE voided IS NULL
  UNION ALL SELECT form_id FROM visit WHERE voided IS NULL
  UNION ALL SELECT category_id FROM matter WHERE voided IS NULL
  UNION ALL SELECT nature_id FROM matter WHERE voided IS NULL
  UNION ALL SELECT route_id FROM step WHERE voided IS NULL
  UNION ALL SELECT way_id FROM step WHERE voided IS NULL
  UNION ALL SELECT result_id FROM step WHERE voided IS NULL
  UNION ALL SELECT grade_id FROM step WHERE voided IS NULL
  UNION ALL SELECT attitude_id FROM step WHERE voided IS NULL
  UNION ALL SELECT motion_id FROM matter WHERE voided IS NULL
  UNION ALL SELECT kind_id FROM talk WHERE voided IS NULL
  UNION ALL SELECT result_id FROM talk WHERE voided IS NULL
  UNION ALL SELECT party_id FROM resident WHERE voided IS NULL
  UNION ALL SELECT kind_id FROM standing_contact WHERE voided IS NULL
  UNION ALL SELECT way_id FROM contact WHERE voided IS NULL
  UNION ALL SELECT route_id FROM contact WHERE voided IS NULL
  UNION ALL SELECT category_id FROM deed WHERE voided IS NULL
  UNION ALL SELECT source_id FROM deed WHERE voided IS NULL
  UNION ALL SELECT counts_as FROM code WHERE voided IS NULL
), counted AS (
  SELECT id, count(*) AS times FROM used WHERE id IS NOT NULL GROUP BY id
)
SELECT json_object('id', c.id, 'list', c.list, 'list_label', '', 'label', c.label, 'standard', c.standard, 'sort', c.sort,
  'hidden', json(CASE c.hidden WHEN 0 THEN 'false' ELSE 'true' END), 'counts_as', c.counts_as,
  'counts_as_label', (SELECT label FROM code WHERE id = c.counts_as),
  'shipped', json(CASE WHEN instr(c.id, '.') THEN 'true' ELSE 'false' END), 'used', coalesce(n.times, 0)) AS json
FROM code c LEFT JOIN counted n ON n.id = c.id WHERE c.voided IS NULL ORDER BY c.list, c.sort, c.label;
