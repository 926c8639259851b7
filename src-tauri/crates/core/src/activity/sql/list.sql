-- 活动, the newest first, with who was to come and who came. 列席 are in none of the counts; a reception day's roster counts
-- as come once its date has come and nobody marked otherwise; a day that did not take place has nobody.
SELECT json_object('id', a.id, 'number', a.number, 'date', a.since, 'until', a.until, 'title', a.title, 'kind', k.label,
  'kind_id', a.kind_id, 'place', coalesce((SELECT name FROM site WHERE id = a.site_id), a.place), 'site_id', a.site_id,
  'period', a.period, 'content', a.content, 'theme', a.theme, 'outcome', a.outcome, 'opinions', a.opinions,
  'recovered', a.recovered, 'held', json(CASE a.held WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END),
  'expected', json((SELECT json_group_array(coalesce(p.name, t.name) ORDER BY t.sort, t.id) FROM attendance t
    LEFT JOIN person p ON p.id = t.person_id WHERE t.activity_id = a.id AND t.voided IS NULL AND t.planned AND NOT t.sits_in)),
  'away_for', json((SELECT json_group_array(json_object('name', coalesce(p.name, t.name), 'reason', t.reason)
      ORDER BY t.absent_sort IS NULL, t.absent_sort, t.sort, t.id) FROM attendance t LEFT JOIN person p ON p.id = t.person_id
    WHERE t.activity_id = a.id AND t.voided IS NULL AND t.status IN ('excused', 'absent') AND NOT t.sits_in)),
  'planned', (SELECT count(*) FROM attendance t WHERE t.activity_id = a.id AND t.voided IS NULL AND t.planned AND NOT t.sits_in),
  'came', CASE WHEN a.held IS 0 OR a.since > :today THEN 0
    ELSE (SELECT count(*) FROM duty d WHERE d.activity_id = a.id AND NOT d.sits_in) END,
  'excused', (SELECT count(*) FROM attendance t WHERE t.activity_id = a.id AND t.voided IS NULL AND t.status = 'excused' AND NOT t.sits_in),
  'away', (SELECT count(*) FROM attendance t WHERE t.activity_id = a.id AND t.voided IS NULL AND t.status = 'absent' AND NOT t.sits_in),
  'unmarked', (SELECT count(*) FROM attendance t WHERE t.activity_id = a.id AND t.voided IS NULL AND t.status IS NULL AND NOT t.sits_in),
  'campaigns', json((SELECT json_group_array(g.name ORDER BY f.id) FROM campaign_fact f JOIN campaign g ON g.id = f.campaign_id
    WHERE f.fact_kind = 'activity' AND f.fact_id = a.id AND f.voided IS NULL AND g.voided IS NULL)),
  'attachments', (SELECT count(*) FROM attachment f WHERE f.fact_kind = 'activity' AND f.fact_id = a.id AND f.voided IS NULL),
  'missing', json((SELECT json_group_array(key) FROM (
    SELECT 'activity.period' AS key WHERE a.period IS NULL
    UNION ALL SELECT 'activity.place' WHERE a.site_id IS NULL AND a.place IS NULL
    UNION ALL SELECT 'activity.organiser' WHERE a.organiser IS NULL
    UNION ALL SELECT 'activity.expected' WHERE NOT EXISTS (SELECT 1 FROM attendance t WHERE t.activity_id = a.id AND t.voided IS NULL)
    UNION ALL SELECT 'activity.content' WHERE a.content IS NULL
    UNION ALL SELECT 'activity.recorder' WHERE a.recorder IS NULL)
    WHERE a.kind_id <> 'activity.reception_day' AND a.since <= :today AND a.held IS NOT 0)),
  'voided', json(CASE WHEN a.voided IS NULL THEN 'false' ELSE 'true' END)) AS json
FROM activity a JOIN code k ON k.id = a.kind_id
WHERE (:from IS NULL OR a.until >= :from) AND (:to IS NULL OR a.since <= :to)
  AND (:kind IS NULL OR a.kind_id = :kind) AND (:site_id IS NULL OR a.site_id = :site_id)
  AND (:person_id IS NULL OR EXISTS (SELECT 1 FROM attendance t WHERE t.activity_id = a.id AND t.voided IS NULL AND t.person_id = :person_id)
    OR EXISTS (SELECT 1 FROM duty d WHERE d.activity_id = a.id AND d.person_id = :person_id))
  AND (:team_id IS NULL OR EXISTS (SELECT 1 FROM attendance t WHERE t.activity_id = a.id AND t.voided IS NULL AND :team_id = (
    SELECT s.team_id FROM standing s WHERE s.person_id = t.person_id AND s.kind = 'group' AND s.since <= a.since AND s.until > a.since
    ORDER BY s.said DESC, s.since DESC LIMIT 1)))
  AND (:campaign_id IS NULL OR EXISTS (SELECT 1 FROM campaign_fact f WHERE f.fact_kind = 'activity' AND f.fact_id = a.id
    AND f.campaign_id = :campaign_id AND f.voided IS NULL))
ORDER BY a.since DESC, a.number DESC, a.id DESC;
