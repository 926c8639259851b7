-- 接待来访(信): one row for each matter that a visit raised, with all who raised it there; what became of it is read from
-- the matter. People stand in the first row of a visit only, so that sums are right. A voided number keeps its row. A
-- telling that names somebody of another visit is not shown here.
WITH chosen AS (
  SELECT v.id, v.number, v.happened_on, v.voided, v.confidential, v.joint,
    CASE WHEN v.voided IS NULL THEN v.form_id END AS form_id, CASE WHEN v.voided IS NULL THEN v.site_id END AS site_id,
    CASE WHEN v.voided IS NULL THEN v.people END AS people, CASE WHEN v.voided IS NULL THEN v.recorder END AS recorder,
    CASE WHEN v.voided IS NOT NULL THEN '作废' ELSE nullif(concat_ws('；', v.note, CASE WHEN v.late_on IS NOT NULL
      THEN '补 ' || v.late_on || coalesce(' ' || v.late_reason, '') END), '') END AS note
  FROM visit v WHERE v.happened_on BETWEEN :from AND :to AND (:site_id IS NULL OR v.site_id = :site_id)
    AND (:campaign_id IS NULL OR EXISTS (SELECT 1 FROM campaign_fact f WHERE f.voided IS NULL
      AND f.campaign_id = :campaign_id AND f.fact_kind = 'visit' AND f.fact_id = v.id))
    AND (:person_id IS NULL OR EXISTS (SELECT 1 FROM visit_deputy d
      WHERE d.visit_id = v.id AND d.voided IS NULL AND d.person_id = :person_id))
    AND (:team_id IS NULL OR EXISTS (SELECT 1 FROM visit_deputy d JOIN standing g ON g.person_id = d.person_id
      WHERE d.visit_id = v.id AND d.voided IS NULL AND g.kind = 'group' AND g.team_id = :team_id
        AND g.since <= :to AND g.until > :to))
), told AS (
  SELECT v.id AS visit_id, r.matter_id, coalesce(p.name, '匿名') AS name, p.phone, p.sex, p.age_band,
    nullif(coalesce(l.name || CASE l.kind WHEN 'village' THEN '村' ELSE '' END, '') || coalesce(p.address, ''), '') AS address,
    row_number() OVER (PARTITION BY v.id ORDER BY p.sort, p.id, r.sort, r.id) AS place
  FROM chosen v
  JOIN party p ON p.visit_id = v.id AND p.voided IS NULL
  LEFT JOIN place l ON l.id = p.place_id
  LEFT JOIN raised r ON r.party_id = p.id AND r.voided IS NULL
  WHERE v.voided IS NULL AND (r.id IS NOT NULL OR NOT EXISTS (
    SELECT 1 FROM party q JOIN raised x ON x.party_id = q.id WHERE q.visit_id = v.id AND q.voided IS NULL AND x.voided IS NULL))
), numbered AS (
  SELECT *, row_number() OVER (PARTITION BY visit_id, matter_id, address ORDER BY place) AS same_address,
    row_number() OVER (PARTITION BY visit_id, matter_id, phone ORDER BY place) AS same_phone
  FROM told
), thing AS (
  SELECT visit_id, matter_id, min(place) AS place, group_concat(name, '、' ORDER BY place) AS names,
    group_concat(address, '、' ORDER BY place) FILTER (WHERE same_address = 1) AS addresses,
    group_concat(phone, '、' ORDER BY place) FILTER (WHERE same_phone = 1) AS phones,
    group_concat(sex, '、' ORDER BY place) AS sexes, group_concat(age_band, '、' ORDER BY place) AS ages
  FROM numbered GROUP BY visit_id, matter_id
), heard AS (
  SELECT t.visit_id, s.*, row_number() OVER (PARTITION BY t.visit_id, s.matter_id, s.kind IN ('told', 'answered', 'guided')
      ORDER BY s.round DESC, s.happened_on DESC, s.id DESC) AS told_back,
    row_number() OVER (PARTITION BY t.visit_id, s.matter_id, s.grade_id IS NOT NULL
      ORDER BY s.round DESC, s.happened_on DESC, s.id DESC) AS graded_back,
    -- What was said of an earlier answer is not said of a later one.
    max(CASE WHEN s.kind IN ('replied', 'answered', 'guided') THEN s.round ELSE 0 END)
      OVER (PARTITION BY t.visit_id, s.matter_id) AS answered
  FROM thing t JOIN matter_step s ON s.matter_id = t.matter_id
  WHERE s.raised_id IS NULL OR EXISTS (SELECT 1 FROM raised r JOIN party p ON p.id = r.party_id
    WHERE r.id = s.raised_id AND r.voided IS NULL AND p.visit_id = t.visit_id)
)
SELECT 'visit' AS fact_kind, v.id AS fact_id, v.confidential OR coalesce(m.confidential, 0) AS confidential,
  v.number AS "visit.number", (SELECT label FROM code WHERE id = v.form_id) AS "visit.form",
  v.happened_on AS "visit.date", (SELECT name FROM site WHERE id = v.site_id) AS "visit.place",
  (SELECT group_concat(coalesce(h.name, d.name), '、' ORDER BY d.sort, d.id) FROM visit_deputy d
    LEFT JOIN person h ON h.id = d.person_id WHERE d.visit_id = v.id AND d.voided IS NULL AND v.voided IS NULL)
    AS "visit.deputies",
  t.names AS "visit.visitor", CASE WHEN v.joint = 1 AND v.voided IS NULL THEN (SELECT group_concat(name, '、') FROM (
    SELECT p.name FROM party p WHERE p.visit_id = v.id AND p.voided IS NULL AND p.name IS NOT NULL ORDER BY p.sort, p.id LIMIT 5))
    END AS "visit.representatives",
  CASE WHEN coalesce(t.place, 1) = 1 THEN v.people END AS "visit.people",
  t.sexes AS "visit.sex", t.ages AS "visit.age_band", t.addresses AS "visit.village", t.phones AS "visit.phone",
  CASE v.confidential WHEN 1 THEN '是' ELSE '否' END AS "visit.confidential",
  (SELECT label FROM code WHERE id = m.category_id) AS "matter.category",
  coalesce(m.words, m.title) AS "matter.content", (SELECT label FROM code WHERE id = m.nature_id) AS "matter.nature",
  (SELECT label FROM code WHERE id = f.route_id) AS "matter.route",
  f.units AS "matter.unit", (SELECT group_concat(a.handler, '、' ORDER BY a.id) FROM round o JOIN assignment a ON a.round_id = o.id
    WHERE o.matter_id = m.id AND o.voided IS NULL AND a.voided IS NULL) AS "matter.handler", f.handed_on AS "matter.handed",
  f.due_on AS "matter.deadline",
  nullif(concat_ws('：', (SELECT label FROM code WHERE id = f.result_id), f.reply), '') AS "matter.outcome",
  f.closed_on AS "matter.done", h.happened_on AS "matter.told",
  (SELECT label FROM code WHERE id = h.way_id AND id <> 'way.unknown') AS "matter.way",
  (SELECT label FROM code WHERE id = g.grade_id) AS "matter.satisfied",
  v.recorder AS "visit.recorder", v.note AS "row.note"
FROM chosen v
LEFT JOIN thing t ON t.visit_id = v.id
LEFT JOIN matter m ON m.id = t.matter_id AND m.voided IS NULL
LEFT JOIN matter_life f ON f.matter_id = m.id
LEFT JOIN heard h ON h.visit_id = v.id AND h.matter_id = m.id AND h.kind IN ('told', 'answered', 'guided') AND h.told_back = 1
LEFT JOIN heard g ON g.visit_id = v.id AND g.matter_id = m.id AND g.grade_id IS NOT NULL AND g.graded_back = 1 AND g.round >= g.answered
ORDER BY v.happened_on, v.number, t.place;
