-- 接待日场次: reception days that took place, whether or not anybody came; and the deputies on duty on them, each once a
-- day and site, under the highest level at which the person then sits, unless the attendance says in which capacity.
WITH day AS (
  SELECT a.*, s.name AS site FROM activity a LEFT JOIN site s ON s.id = a.site_id
  WHERE a.kind_id = 'activity.reception_day' AND a.voided IS NULL AND a.held IS NOT 0
    AND a.since BETWEEN :from AND :to AND a.since <= :today
    AND (:campaign_id IS NULL OR a.id IN (
      SELECT fact_id FROM campaign_fact WHERE voided IS NULL AND fact_kind = 'activity' AND campaign_id = :campaign_id))
), present AS (
  SELECT y.id, y.since, y.site_id, y.site, y.held, d.person_id, min(d.sort) AS sort, max(d.confirmed) AS confirmed,
    coalesce(
      (SELECT t.capacity FROM attendance t JOIN activity b ON b.id = t.activity_id
        WHERE t.voided IS NULL AND b.voided IS NULL AND t.person_id = d.person_id AND b.since = y.since
          AND b.site_id IS y.site_id AND b.kind_id = y.kind_id AND t.capacity IS NOT NULL ORDER BY t.id LIMIT 1),
      (SELECT s.level FROM seat s WHERE s.person_id = d.person_id AND s.since <= y.since AND s.until > y.since
        ORDER BY s.rank LIMIT 1)) AS level
  FROM day y JOIN duty d ON d.activity_id = y.id WHERE d.person_id IS NOT NULL
  GROUP BY y.since, y.site_id, d.person_id
)
SELECT 'reception_days' AS figure, 'activity' AS fact_kind, y.id AS fact_id, 1 AS amount, y.site, y.since AS date,
  NULL AS number,
  (SELECT group_concat(coalesce(p.name, d.name), '、' ORDER BY d.sort) FROM duty d LEFT JOIN person p ON p.id = d.person_id
    WHERE d.activity_id = y.id) AS who,
  y.title AS what, CASE WHEN y.held IS NULL AND NOT EXISTS (
    SELECT 1 FROM duty d WHERE d.activity_id = y.id AND d.confirmed = 1) THEN '按值班表,未确认' END AS state
FROM day y
UNION ALL
SELECT 'deputies_received.' || r.level, 'activity', r.id, 1, r.site, r.since, NULL, p.name, '接待选民',
  r.level || '代表' || CASE WHEN r.confirmed = 0 AND r.held IS NULL THEN '；按值班表,未确认' ELSE '' END
FROM present r JOIN person p ON p.id = r.person_id WHERE r.level IS NOT NULL
ORDER BY date, who;
