-- 办实事: one row for each deed of the period, with all who did it together, so that sums count it once.
WITH chosen AS (
  SELECT e.* FROM deed e WHERE e.voided IS NULL AND e.happened_on BETWEEN :from AND :to
    AND (:campaign_id IS NULL OR EXISTS (SELECT 1 FROM campaign_fact f WHERE f.voided IS NULL
      AND f.campaign_id = :campaign_id AND f.fact_kind = 'deed' AND f.fact_id = e.id))
    AND (:person_id IS NULL OR EXISTS (SELECT 1 FROM deed_deputy d
      WHERE d.deed_id = e.id AND d.voided IS NULL AND d.person_id = :person_id))
    AND (:site_id IS NULL OR EXISTS (SELECT 1 FROM deed_deputy d WHERE d.deed_id = e.id AND d.voided IS NULL
      AND d.person_id IN (SELECT value FROM json_each(:site_people))))
    AND (:team_id IS NULL OR EXISTS (SELECT 1 FROM deed_deputy d JOIN standing g ON g.person_id = d.person_id
      WHERE d.deed_id = e.id AND d.voided IS NULL AND g.kind = 'group' AND g.team_id = :team_id
        AND g.since <= :to AND g.until > :to))
), who AS (
  SELECT d.deed_id, d.sort, d.id, coalesce(p.name, d.name) AS name,
    (SELECT group_concat(level, '、' ORDER BY rank) FROM (SELECT DISTINCT s.level, s.rank FROM seat s
      WHERE s.person_id = d.person_id AND s.since <= e.happened_on AND s.until > e.happened_on)) AS levels,
    nullif(concat_ws('/', (SELECT '第' || c.number || '选区' FROM seat s JOIN constituency c ON c.id = s.constituency_id
      WHERE s.person_id = d.person_id AND s.since <= e.happened_on AND s.until > e.happened_on
      ORDER BY s.own DESC, s.rank DESC LIMIT 1),
      (SELECT t.name FROM standing g JOIN team t ON t.id = g.team_id WHERE g.person_id = d.person_id AND g.kind = 'group'
        AND g.since <= e.happened_on AND g.until > e.happened_on ORDER BY g.said DESC, g.since DESC LIMIT 1)), '') AS district
  FROM chosen e JOIN deed_deputy d ON d.deed_id = e.id AND d.voided IS NULL LEFT JOIN person p ON p.id = d.person_id
), numbered AS (
  SELECT *, row_number() OVER (PARTITION BY deed_id, levels ORDER BY sort, id) AS same_levels,
    row_number() OVER (PARTITION BY deed_id, district ORDER BY sort, id) AS same_district
  FROM who
), together AS (
  SELECT deed_id, group_concat(name, '、' ORDER BY sort, id) AS names,
    group_concat(levels, '；' ORDER BY sort, id) FILTER (WHERE same_levels = 1) AS levels,
    group_concat(district, '；' ORDER BY sort, id) FILTER (WHERE same_district = 1) AS districts
  FROM numbered GROUP BY deed_id
)
SELECT 'deed' AS fact_kind, e.id AS fact_id, w.names AS "deed.deputy", w.levels AS "deed.levels",
  w.districts AS "deed.constituency", e.happened_on AS "deed.date",
  (SELECT label FROM code WHERE id = e.category_id) AS "deed.category", e.content AS "deed.content",
  coalesce((SELECT name || CASE kind WHEN 'village' THEN '村' ELSE '' END FROM place WHERE id = e.place_id), e.place)
    AS "deed.village",
  e.villages AS "deed.villages", e.households AS "deed.households", e.people AS "deed.people", e.money AS "deed.money",
  (SELECT label FROM code WHERE id = e.source_id) AS "deed.source", e.progress AS "deed.progress",
  nullif(concat_ws('；', (SELECT number FROM visit WHERE id = e.visit_id),
    (SELECT coalesce(number, title, words) FROM matter WHERE id = e.matter_id)), '') AS "deed.origin",
  (SELECT nullif(count(*), 0) || '份' FROM attachment f WHERE f.voided IS NULL AND f.fact_kind = 'deed' AND f.fact_id = e.id)
    AS "deed.evidence",
  nullif(concat_ws('；', e.note,
    CASE WHEN e.late_on IS NOT NULL THEN '补 ' || e.late_on || coalesce(' ' || e.late_reason, '') END), '') AS "row.note"
FROM chosen e LEFT JOIN together w ON w.deed_id = e.id
ORDER BY e.happened_on, e.id;
