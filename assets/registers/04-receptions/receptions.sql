-- 接待来访(信): one row for each thing that somebody raised; what became of it is read from the matter. People stand in
-- the first row of a visit only, so that sums are right. A voided number keeps its row. Each is told: a telling that
-- names another one who raised the matter is not theirs.
WITH chosen AS (
  SELECT v.id, v.number, v.happened_on, v.voided, v.confidential,
    CASE WHEN v.voided IS NULL THEN v.form_id END AS form_id, CASE WHEN v.voided IS NULL THEN v.site_id END AS site_id,
    CASE WHEN v.voided IS NULL THEN v.people END AS people, CASE WHEN v.voided IS NULL THEN v.recorder END AS recorder,
    CASE WHEN v.voided IS NOT NULL THEN '作废' ELSE nullif(concat_ws('；', v.note, CASE WHEN v.late_on IS NOT NULL
      THEN '补 ' || v.late_on || coalesce(' ' || v.late_reason, '') END), '') END AS note
  FROM visit v WHERE v.happened_on BETWEEN :from AND :to AND (:site_id IS NULL OR v.site_id = :site_id)
    AND (:person_id IS NULL OR EXISTS (SELECT 1 FROM visit_deputy d
      WHERE d.visit_id = v.id AND d.voided IS NULL AND d.person_id = :person_id))
    AND (:team_id IS NULL OR EXISTS (SELECT 1 FROM visit_deputy d JOIN standing g ON g.person_id = d.person_id
      WHERE d.visit_id = v.id AND d.voided IS NULL AND g.kind = 'group' AND g.team_id = :team_id
        AND g.since <= :to AND g.until > :to))
), told AS (
  SELECT v.*, p.id AS party_id, r.id AS raised_id, r.matter_id,
    row_number() OVER (PARTITION BY v.id ORDER BY p.sort, p.id, r.sort, r.id) AS place
  FROM chosen v
  LEFT JOIN party p ON p.visit_id = v.id AND p.voided IS NULL AND v.voided IS NULL
  LEFT JOIN raised r ON r.party_id = p.id AND r.voided IS NULL
  WHERE r.id IS NOT NULL OR NOT EXISTS (
    SELECT 1 FROM party q JOIN raised x ON x.party_id = q.id
    WHERE q.visit_id = v.id AND q.voided IS NULL AND x.voided IS NULL AND v.voided IS NULL)
)
SELECT 'visit' AS fact_kind, v.id AS fact_id, v.confidential OR coalesce(m.confidential, 0) AS confidential,
  v.number AS "visit.number", (SELECT label FROM code WHERE id = v.form_id) AS "visit.form",
  v.happened_on AS "visit.date", (SELECT name FROM site WHERE id = v.site_id) AS "visit.place",
  (SELECT group_concat(coalesce(h.name, d.name), '、' ORDER BY d.sort, d.id) FROM visit_deputy d
    LEFT JOIN person h ON h.id = d.person_id WHERE d.visit_id = v.id AND d.voided IS NULL AND v.voided IS NULL)
    AS "visit.deputies",
  CASE WHEN p.id IS NOT NULL THEN coalesce(p.name, '匿名') END AS "visit.visitor",
  CASE WHEN v.place = 1 THEN v.people END AS "visit.people",
  nullif(coalesce(l.name || CASE l.kind WHEN 'village' THEN '村' ELSE '' END, '') || coalesce(p.address, ''), '')
    AS "visit.village",
  p.phone AS "visit.phone", (SELECT label FROM code WHERE id = m.category_id) AS "matter.category",
  coalesce(m.words, m.title) AS "matter.content", (SELECT label FROM code WHERE id = f.route_id) AS "matter.route",
  f.units AS "matter.unit", f.handed_on AS "matter.handed",
  nullif(concat_ws('：', (SELECT label FROM code WHERE id = f.result_id), f.reply), '') AS "matter.outcome",
  f.closed_on AS "matter.done",
  (SELECT max(s.happened_on) FROM matter_step s WHERE s.matter_id = m.id AND coalesce(s.raised_id, v.raised_id) = v.raised_id
    AND s.kind IN ('told', 'answered', 'guided')) AS "matter.told",
  (SELECT c.label FROM matter_step s JOIN code c ON c.id = s.way_id AND c.id <> 'way.unknown'
    WHERE s.matter_id = m.id AND coalesce(s.raised_id, v.raised_id) = v.raised_id AND s.kind = 'told'
    ORDER BY s.round DESC, s.happened_on DESC, s.id DESC LIMIT 1) AS "matter.way",
  (SELECT c.label FROM matter_step s JOIN code c ON c.id = s.grade_id
    WHERE s.matter_id = m.id AND coalesce(s.raised_id, v.raised_id) = v.raised_id
    ORDER BY s.round DESC, s.happened_on DESC, s.id DESC LIMIT 1) AS "matter.satisfied",
  v.recorder AS "visit.recorder", v.note AS "row.note"
FROM told v
LEFT JOIN party p ON p.id = v.party_id
LEFT JOIN place l ON l.id = p.place_id
LEFT JOIN matter m ON m.id = v.matter_id AND m.voided IS NULL
LEFT JOIN matter_life f ON f.matter_id = m.id
ORDER BY v.happened_on, v.number, v.place;
