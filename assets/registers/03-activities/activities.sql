-- 活动: everything that took place in the period. A rostered reception day counts once its date is not after :today and
-- nobody marked otherwise. 应到 = planned or on duty; 实到 = on duty (view duty); who sat in (列席) counts in neither.
WITH happened AS (
  SELECT * FROM activity WHERE voided IS NULL AND held IS NOT 0 AND since <= :to AND until >= :from AND since <= :today
    AND (:site_id IS NULL OR site_id = :site_id)
    AND (:campaign_id IS NULL OR EXISTS (SELECT 1 FROM campaign_fact f WHERE f.voided IS NULL
      AND f.campaign_id = :campaign_id AND f.fact_kind = 'activity' AND f.fact_id = activity.id))
), who AS (
  SELECT d.activity_id, d.person_id, d.sort, d.confirmed, d.sits_in, coalesce(p.name, d.name) AS name, 'came' AS status,
    NULL AS reason
  FROM duty d LEFT JOIN person p ON p.id = d.person_id
  UNION ALL
  SELECT t.activity_id, t.person_id, t.sort, 1, t.sits_in, coalesce(p.name, t.name), t.status, t.reason
  FROM attendance t JOIN activity a ON a.id = t.activity_id LEFT JOIN person p ON p.id = t.person_id
  WHERE t.voided IS NULL AND (t.status IN ('excused', 'absent')
      OR (t.status IS NULL AND t.planned AND a.kind_id <> 'activity.reception_day'))
    AND NOT EXISTS (SELECT 1 FROM visit v JOIN visit_deputy d ON d.visit_id = v.id
      WHERE v.activity_id = t.activity_id AND v.voided IS NULL AND d.voided IS NULL
        AND d.person_id IS t.person_id AND d.name IS t.name)
), counted AS (
  SELECT activity_id, count(*) FILTER (WHERE sits_in = 0) AS planned,
    count(*) FILTER (WHERE sits_in = 0 AND status = 'came') AS came,
    count(*) FILTER (WHERE sits_in = 0 AND status = 'excused') AS excused,
    count(*) FILTER (WHERE sits_in = 0 AND status = 'absent') AS absent, min(confirmed) AS confirmed,
    group_concat(name, '、' ORDER BY sort, name) FILTER (WHERE sits_in = 0 AND status = 'came') AS present,
    group_concat(name, '、' ORDER BY sort, name) FILTER (WHERE sits_in = 1 AND status = 'came') AS sitting_in,
    group_concat(name || coalesce('（' || reason || '）', ''), '、' ORDER BY sort, name)
      FILTER (WHERE status IN ('excused', 'absent')) AS away
  FROM who GROUP BY activity_id
), received AS (
  SELECT activity_id, count(*) AS visits, sum(people) AS people FROM visit WHERE voided IS NULL AND activity_id IS NOT NULL
  GROUP BY activity_id
), said AS (
  SELECT r.activity_id, group_concat(coalesce(m.number, m.title, m.words), '；' ORDER BY r.sort, r.id) AS matters
  FROM raised r JOIN matter m ON m.id = r.matter_id WHERE r.voided IS NULL AND m.voided IS NULL AND r.activity_id IS NOT NULL
  GROUP BY r.activity_id
)
SELECT 'activity' AS fact_kind, a.id AS fact_id, a.number AS "activity.number", a.since AS "activity.date",
  a.hours AS "activity.hours", a.title AS "activity.title", a.theme AS "activity.theme",
  k.label AS "activity.kind", a.period AS "activity.period", coalesce(s.name, a.place) AS "activity.place",
  a.organiser AS "activity.organiser", a.notified_on AS "activity.notified", coalesce(n.planned, 0) AS "activity.planned",
  coalesce(n.came, 0) AS "activity.came", coalesce(n.excused, 0) AS "activity.excused", coalesce(n.absent, 0) AS "activity.away",
  -- A row is never split over pages: of many only the first are named; the sign-in sheet and form 8 have them all.
  CASE WHEN n.came > 40 THEN (SELECT group_concat(name, '、') FROM (SELECT name FROM who w WHERE w.activity_id = a.id
      AND w.sits_in = 0 AND w.status = 'came' ORDER BY w.sort, w.name LIMIT 6)) || '等' || n.came || '人'
    ELSE n.present END AS "activity.present", n.away AS "activity.absent",
  n.sitting_in AS "activity.sits_in", a.guests AS "activity.guests",
  coalesce(a.content, '接待群众' || c.visits || '批' || c.people || '人') AS "activity.content",
  a.opinions AS "activity.opinion_count", coalesce(a.outcome, m.matters) AS "activity.opinions",
  a.recovered AS "activity.recovered", a.households AS "activity.households", a.people AS "activity.people",
  a.report AS "activity.report", a.reported_on AS "activity.reported_on", a.feedback_due AS "activity.feedback_due",
  (SELECT nullif(count(*), 0) || '份' FROM attachment f
    WHERE f.voided IS NULL AND f.fact_kind = 'activity' AND f.fact_id = a.id) AS "activity.evidence",
  (SELECT group_concat(g.name, '、' ORDER BY g.id) FROM campaign_fact f JOIN campaign g ON g.id = f.campaign_id
    WHERE f.voided IS NULL AND g.voided IS NULL AND f.fact_kind = 'activity' AND f.fact_id = a.id) AS "activity.campaigns",
  a.recorder AS "activity.recorder",
  nullif(concat_ws('；', a.note,
    CASE WHEN a.until > a.since THEN '至' || a.until END,
    CASE WHEN a.planned_on <> a.since THEN '原定' || a.planned_on END,
    CASE WHEN a.held IS NULL AND a.kind_id = 'activity.reception_day' AND coalesce(n.confirmed, 0) = 0
      THEN '按值班表,未确认' END,
    CASE WHEN a.late_on IS NOT NULL THEN '补 ' || a.late_on || coalesce(' ' || a.late_reason, '') END), '') AS "row.note"
FROM happened a
JOIN code k ON k.id = a.kind_id
LEFT JOIN site s ON s.id = a.site_id
LEFT JOIN counted n ON n.activity_id = a.id
LEFT JOIN received c ON c.activity_id = a.id
LEFT JOIN said m ON m.activity_id = a.id
WHERE (:person_id IS NULL OR EXISTS (SELECT 1 FROM who w WHERE w.activity_id = a.id AND w.person_id = :person_id))
  AND (:team_id IS NULL OR EXISTS (SELECT 1 FROM who w JOIN standing g ON g.person_id = w.person_id
    WHERE w.activity_id = a.id AND g.kind = 'group' AND g.team_id = :team_id AND g.since <= :to AND g.until > :to))
ORDER BY a.since, s.kind <> 'station', s.sort, a.number, a.id;
