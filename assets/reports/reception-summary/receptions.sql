-- One row for each matter that a visit raised; people stand in the first row of a visit only. 结果 and 满意度 are
-- the newest words, as in form 4: no figure of this report counts them.
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
), heard AS (
  SELECT t.visit_id, s.matter_id, s.grade_id, s.round, row_number() OVER (PARTITION BY t.visit_id, s.matter_id, s.grade_id IS NOT NULL
      ORDER BY s.round DESC, s.happened_on DESC, s.id DESC) AS graded_back,
    -- What was said of an earlier answer is not said of a later one.
    max(CASE WHEN s.kind IN ('replied', 'answered', 'guided') THEN s.round ELSE 0 END)
      OVER (PARTITION BY t.visit_id, s.matter_id) AS answered
  FROM thing t JOIN matter_step s ON s.matter_id = t.matter_id
  WHERE s.raised_id IS NULL OR EXISTS (SELECT 1 FROM raised r JOIN party p ON p.id = r.party_id
    WHERE r.id = s.raised_id AND r.voided IS NULL AND p.visit_id = t.visit_id)
)
SELECT 'visit' AS fact_kind, v.id AS fact_id, v.confidential OR coalesce(m.confidential, 0) AS confidential,
  v.happened_on AS "visit.date", (SELECT label FROM code WHERE id = v.form_id) AS "visit.form",
  (SELECT group_concat(coalesce(h.name, d.name), '、' ORDER BY d.sort, d.id) FROM visit_deputy d
    LEFT JOIN person h ON h.id = d.person_id WHERE d.visit_id = v.id AND d.voided IS NULL) AS "visit.deputies",
  t.names AS "visit.visitor", CASE WHEN coalesce(t.place, 1) = 1 THEN v.people END AS "visit.people",
  (SELECT label FROM code WHERE id = m.category_id) AS "matter.category", coalesce(m.words, m.title) AS "matter.content",
  (SELECT label FROM code WHERE id = f.route_id) AS "matter.route", f.units AS "matter.unit",
  nullif(concat_ws('：', (SELECT label FROM code WHERE id = f.result_id), f.reply), '') AS "matter.outcome",
  (SELECT label FROM code WHERE id = g.grade_id) AS "matter.satisfied", c.matter_id IS NOT NULL AS counts,
  CASE WHEN m.id IS NOT NULL AND c.matter_id IS NULL THEN '重复反映，件数不另计' END AS "row.note"
FROM chosen v
LEFT JOIN thing t ON t.visit_id = v.id
LEFT JOIN matter m ON m.id = t.matter_id AND m.voided IS NULL
LEFT JOIN matter_life f ON f.matter_id = m.id
LEFT JOIN counted c ON c.matter_id = m.id AND c.visit_id = v.id
LEFT JOIN heard g ON g.visit_id = v.id AND g.matter_id = m.id AND g.grade_id IS NOT NULL AND g.graded_back = 1 AND g.round >= g.answered
ORDER BY v.happened_on, v.number, t.place;
