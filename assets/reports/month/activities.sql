-- 活动: those that begin in the month, reception days not among them, and who came to them; in all, and by what a kind counts
-- as. 列席 is no attendance of a deputy.
WITH held AS (
  SELECT a.id, a.number, a.since, k.label AS kind, k.counts_as, k.label || '：' || a.title AS what, s.name AS site,
    (SELECT count(*) FROM duty d WHERE d.activity_id = a.id AND d.confirmed = 1 AND d.sits_in = 0) AS came,
    (SELECT group_concat(name, '、') FROM (SELECT coalesce(p.name, d.name) AS name FROM duty d
      LEFT JOIN person p ON p.id = d.person_id WHERE d.activity_id = a.id AND d.confirmed = 1 AND d.sits_in = 0
      ORDER BY d.sort LIMIT 9)) AS who
  FROM activity a JOIN code k ON k.id = a.kind_id LEFT JOIN site s ON s.id = a.site_id
  WHERE a.kind_id <> 'activity.reception_day' AND a.voided IS NULL AND a.held IS NOT 0
    AND a.since BETWEEN :from AND :to AND a.since <= :today
    AND (:campaign_id IS NULL OR a.id IN (
      SELECT fact_id FROM campaign_fact WHERE voided IS NULL AND fact_kind = 'activity' AND campaign_id = :campaign_id))
), counted AS (
  SELECT 'activities.' || kind AS figure, 1 AS amount, h.* FROM held h
  UNION ALL SELECT 'activities_held', 1, h.* FROM held h
  UNION ALL SELECT 'attendances', came, h.* FROM held h
  UNION ALL SELECT 'training', 1, h.* FROM held h WHERE counts_as = 'performance.03'
  UNION ALL SELECT 'training_attendances', came, h.* FROM held h WHERE counts_as = 'performance.03'
  UNION ALL SELECT 'inspections', 1, h.* FROM held h WHERE counts_as IN ('performance.05', 'performance.06')
  UNION ALL SELECT 'inspection_attendances', came, h.* FROM held h WHERE counts_as IN ('performance.05', 'performance.06')
  UNION ALL SELECT 'duty_reports', 1, h.* FROM held h WHERE counts_as = 'performance.12'
)
SELECT figure, 'activity' AS fact_kind, id AS fact_id, amount, site, since AS date, number,
  who || CASE WHEN came > 9 THEN '等' || came || '人' ELSE '' END AS who, what,
  CASE came WHEN 0 THEN '没有出勤登记' ELSE '到会' || came || '人' END AS state
FROM counted ORDER BY date, number;
