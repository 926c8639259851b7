-- One row for each matter that a visit raised; people stand in the first row of a visit only. 满意度 is the newest word by the
-- end of the period, as in the month's report.
, told AS (
  SELECT v.id AS visit_id, r.matter_id, coalesce(p.name, '匿名') AS name,
    row_number() OVER (PARTITION BY v.id ORDER BY p.sort, p.id, r.sort, r.id) AS place
  FROM chosen v
  JOIN party p ON p.visit_id = v.id AND p.voided IS NULL
  LEFT JOIN raised r ON r.party_id = p.id AND r.voided IS NULL
  WHERE r.id IS NOT NULL OR NOT EXISTS (
    SELECT 1 FROM party q JOIN raised x ON x.party_id = q.id WHERE q.visit_id = v.id AND q.voided IS NULL AND x.voided IS NULL)
), thing AS (
  SELECT visit_id, matter_id, min(place) AS place, group_concat(name, '、' ORDER BY place) AS names
  FROM told GROUP BY visit_id, matter_id
)
SELECT 'visit' AS fact_kind, v.id AS fact_id, v.confidential OR coalesce(m.confidential, 0) AS confidential,
  v.happened_on AS "visit.date", (SELECT label FROM code WHERE id = v.form_id) AS "visit.form",
  (SELECT group_concat(coalesce(h.name, d.name), '、' ORDER BY d.sort, d.id) FROM visit_deputy d
    LEFT JOIN person h ON h.id = d.person_id WHERE d.visit_id = v.id AND d.voided IS NULL) AS "visit.deputies",
  t.names AS "visit.visitor", CASE WHEN coalesce(t.place, 1) = 1 THEN v.people END AS "visit.people",
  (SELECT label FROM code WHERE id = m.category_id) AS "matter.category", coalesce(m.words, m.title) AS "matter.content",
  (SELECT label FROM code WHERE id = f.route_id) AS "matter.route", f.units AS "matter.unit",
  nullif(concat_ws('：', (SELECT label FROM code WHERE id = f.result_id), f.reply), '') AS "matter.outcome",
  (SELECT label FROM code WHERE id = (SELECT s.grade_id FROM matter_step s WHERE s.matter_id = m.id AND s.grade_id IS NOT NULL AND s.happened_on <= :to
      AND s.round >= (SELECT max(x.round) FROM matter_step x WHERE x.matter_id = m.id AND x.happened_on <= :to
        AND x.kind IN ('replied', 'answered', 'guided'))
    ORDER BY s.round DESC, s.happened_on DESC, s.sort DESC, s.id DESC LIMIT 1)) AS "matter.satisfied",
  CASE WHEN m.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM counted c WHERE c.matter_id = m.id AND c.visit_id = v.id)
    THEN '重复反映，件数不另计' END AS "row.note"
FROM chosen v
LEFT JOIN thing t ON t.visit_id = v.id
LEFT JOIN matter m ON m.id = t.matter_id AND m.voided IS NULL
LEFT JOIN matter_life f ON f.matter_id = m.id
ORDER BY v.happened_on, v.number, t.place;
