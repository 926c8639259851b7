-- One row for each.
SELECT 'matter' AS fact_kind, p.id AS fact_id, p.confidential OR p.publicity IS '不公开' AS confidential,
  p.number AS "matter.no", coalesce(p.title, p.words) AS "matter.title", l.lead AS "matter.lead", l.co AS "matter.co",
  (SELECT label FROM code WHERE id = p.category_id) AS "matter.category",
  (SELECT group_concat(u.name, '、' ORDER BY a.id) FROM round r JOIN assignment a ON a.round_id = r.id
    JOIN unit u ON u.id = a.unit_id
    WHERE r.matter_id = p.id AND r.voided IS NULL AND a.voided IS NULL AND a.role <> '协办') AS "matter.unit",
  p.handed_on AS "matter.handed", p.due_on AS "matter.deadline", p.replied_on AS "matter.replied",
  (SELECT label FROM code WHERE id = p.result_id) AS "matter.result",
  CASE p.talked WHEN 1 THEN '是' ELSE '否' END AS "matter.talked",
  (SELECT label FROM code WHERE id = p.attitude_id) AS "matter.attitude",
  (SELECT label FROM code WHERE id = p.grade_id) AS "matter.satisfied",
  CASE p.late WHEN 1 THEN '是' WHEN 0 THEN '否' END AS "matter.late"
FROM put p
LEFT JOIN (
  SELECT d.matter_id, group_concat(coalesce(h.name, d.name), '、' ORDER BY d.sort, d.id) FILTER (WHERE d.role = '领衔') AS lead,
    group_concat(coalesce(h.name, d.name), '、' ORDER BY d.sort, d.id) FILTER (WHERE d.role = '附议') AS co
  FROM matter_deputy d LEFT JOIN person h ON h.id = d.person_id WHERE d.voided IS NULL GROUP BY d.matter_id
) l ON l.matter_id = p.id
ORDER BY p.opened_on, p.number, p.id;
