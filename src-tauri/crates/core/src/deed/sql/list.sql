-- 实事, the newest first, those without a date before all.
SELECT json_object('id', e.id, 'date', e.happened_on, 'deputy', coalesce((SELECT group_concat(coalesce(p.name, d.name), '、' ORDER BY d.sort, d.id) FROM deed_deputy d
    LEFT JOIN person p ON p.id = d.person_id WHERE d.deed_id = e.id AND d.voided IS NULL), ''),
  'category', (SELECT label FROM code WHERE id = e.category_id), 'content', e.content, 'village', coalesce((SELECT name FROM place WHERE id = e.place_id), e.place), 'villages', e.villages,
  'households', e.households, 'people', e.people, 'money', e.money, 'source', (SELECT label FROM code WHERE id = e.source_id), 'progress', e.progress,
  'note', e.note,
  'campaigns', json((SELECT json_group_array(g.name ORDER BY f.id) FROM campaign_fact f JOIN campaign g ON g.id = f.campaign_id
    WHERE f.fact_kind = 'deed' AND f.fact_id = e.id AND f.voided IS NULL AND g.voided IS NULL)),
  'attachments', (SELECT count(*) FROM attachment f WHERE f.fact_kind = 'deed' AND f.fact_id = e.id AND f.voided IS NULL),
  'missing', json((SELECT json_group_array(key) FROM (
    SELECT 'deed.date' AS key WHERE e.happened_on IS NULL
    UNION ALL SELECT 'deed.category' WHERE e.category_id IS NULL))),
  'voided', json(CASE WHEN e.voided IS NULL THEN 'false' ELSE 'true' END)) AS json
FROM deed e
WHERE (:from IS NULL OR e.happened_on >= :from) AND (:to IS NULL OR e.happened_on <= :to) AND (:kind IS NULL OR e.category_id = :kind)
  AND (:person_id IS NULL OR EXISTS (SELECT 1 FROM deed_deputy d WHERE d.deed_id = e.id AND d.voided IS NULL
    AND d.person_id = :person_id))
  AND (:team_id IS NULL OR EXISTS (SELECT 1 FROM deed_deputy d WHERE d.deed_id = e.id AND d.voided IS NULL AND :team_id = (
    SELECT s.team_id FROM standing s WHERE s.person_id = d.person_id AND s.kind = 'group' AND s.since <= coalesce(e.happened_on, '9998') AND s.until > coalesce(e.happened_on, '9998')
    ORDER BY s.said DESC, s.since DESC LIMIT 1)))
  AND (:site_id IS NULL OR EXISTS (SELECT 1 FROM deed_deputy d WHERE d.deed_id = e.id AND d.voided IS NULL AND :site_id = (
    SELECT s.site_id FROM standing s WHERE s.person_id = d.person_id AND s.kind = 'site' AND s.since <= coalesce(e.happened_on, '9998') AND s.until > coalesce(e.happened_on, '9998')
    ORDER BY s.since DESC LIMIT 1)))
  AND (:campaign_id IS NULL OR EXISTS (SELECT 1 FROM campaign_fact f WHERE f.fact_kind = 'deed' AND f.fact_id = e.id
    AND f.campaign_id = :campaign_id AND f.voided IS NULL))
ORDER BY e.happened_on IS NOT NULL, e.happened_on DESC, e.id DESC;
