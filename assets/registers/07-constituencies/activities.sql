-- 在选区的活动: what took place at a site, or at a village by name, that belongs to a constituency. Reception days are left
-- out: they are for everybody.
SELECT 'activity' AS fact_kind, a.id AS fact_id, c.id AS subject_id, a.since AS "activity.date", a.title AS "activity.title",
  k.label AS "activity.kind", coalesce(s.name, a.place) AS "activity.place",
  (SELECT count(*) FROM duty d WHERE d.activity_id = a.id AND d.sits_in = 0) AS "activity.came"
FROM activity a
JOIN code k ON k.id = a.kind_id
LEFT JOIN site s ON s.id = a.site_id
JOIN constituency c ON c.voided IS NULL AND EXISTS (SELECT 1 FROM constituency_place w JOIN place p ON p.id = w.place_id
  WHERE w.constituency_id = c.id AND w.voided IS NULL AND (p.id = s.place_id OR p.name = a.place OR p.name || '村' = a.place))
WHERE a.voided IS NULL AND a.held IS NOT 0 AND a.kind_id <> 'activity.reception_day'
  AND a.since <= :to AND a.until >= :from AND a.since <= :today
  AND (:campaign_id IS NULL OR EXISTS (SELECT 1 FROM campaign_fact f WHERE f.voided IS NULL
    AND f.campaign_id = :campaign_id AND f.fact_kind = 'activity' AND f.fact_id = a.id))
ORDER BY a.since, a.id;
