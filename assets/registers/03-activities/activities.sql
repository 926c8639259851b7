-- 活动: everything that took place in the period. A rostered reception day counts once its date is not after :today and
-- nobody marked otherwise. 应到 = planned or on duty; 实到 = on duty (view duty).
WITH happened AS (
  SELECT * FROM activity WHERE voided IS NULL AND held IS NOT 0 AND since <= :to AND until >= :from AND since <= :today
    AND (:site_id IS NULL OR site_id = :site_id)
), who AS (
  SELECT d.activity_id, d.person_id, d.sort, d.confirmed, coalesce(p.name, d.name) AS name, 'came' AS status, NULL AS reason
  FROM duty d LEFT JOIN person p ON p.id = d.person_id
  UNION ALL
  SELECT t.activity_id, t.person_id, t.sort, 1, coalesce(p.name, t.name), t.status, t.reason
  FROM attendance t LEFT JOIN person p ON p.id = t.person_id
  WHERE t.voided IS NULL AND t.status IN ('excused', 'absent') AND NOT EXISTS (
    SELECT 1 FROM visit v JOIN visit_deputy d ON d.visit_id = v.id
    WHERE v.activity_id = t.activity_id AND v.voided IS NULL AND d.voided IS NULL AND d.person_id IS t.person_id AND d.name IS t.name)
), counted AS (
  SELECT activity_id, count(*) AS planned, count(*) FILTER (WHERE status = 'came') AS came,
    count(*) FILTER (WHERE status = 'excused') AS excused, count(*) FILTER (WHERE status = 'absent') AS absent,
    min(confirmed) AS confirmed,
    group_concat(name, '、' ORDER BY sort, name) FILTER (WHERE status = 'came') AS present,
    group_concat(name || coalesce('（' || reason || '）', ''), '、' ORDER BY sort, name) FILTER (WHERE status <> 'came') AS away
  FROM who GROUP BY activity_id
), came AS (
  SELECT activity_id, count(*) AS visits, sum(people) AS people FROM visit WHERE voided IS NULL AND activity_id IS NOT NULL
  GROUP BY activity_id
)
SELECT 'activity' AS fact_kind, a.id AS fact_id, a.since AS "activity.date", a.title AS "activity.title",
  k.label AS "activity.kind", coalesce(s.name, a.place) AS "activity.place", a.organiser AS "activity.organiser",
  a.notified_on AS "activity.notified", coalesce(n.planned, 0) AS "activity.planned", coalesce(n.came, 0) AS "activity.came",
  coalesce(n.excused, 0) AS "activity.excused", coalesce(n.absent, 0) AS "activity.away",
  n.present AS "activity.present", n.away AS "activity.absent", a.guests AS "activity.guests",
  coalesce(a.content, '接待群众' || c.visits || '批' || c.people || '人') AS "activity.content",
  a.outcome AS "activity.opinions", a.recorder AS "activity.recorder",
  nullif(concat_ws('；', a.note,
    CASE WHEN a.until > a.since THEN '至' || a.until END,
    CASE WHEN a.planned_on <> a.since THEN '原定' || a.planned_on END,
    CASE WHEN a.held IS NULL AND coalesce(n.confirmed, 0) = 0 THEN '按值班表,未确认' END,
    CASE WHEN a.late_on IS NOT NULL THEN '补 ' || a.late_on || coalesce(' ' || a.late_reason, '') END), '') AS "row.note"
FROM happened a
JOIN code k ON k.id = a.kind_id
LEFT JOIN site s ON s.id = a.site_id
LEFT JOIN counted n ON n.activity_id = a.id
LEFT JOIN came c ON c.activity_id = a.id
WHERE (:person_id IS NULL OR EXISTS (SELECT 1 FROM who w WHERE w.activity_id = a.id AND w.person_id = :person_id))
  AND (:team_id IS NULL OR EXISTS (SELECT 1 FROM who w JOIN standing g ON g.person_id = w.person_id
    WHERE w.activity_id = a.id AND g.kind = 'group' AND g.team_id = :team_id AND g.since <= :to AND g.until > :to))
ORDER BY a.since, s.kind <> 'station', s.sort, a.id;
