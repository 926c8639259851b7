-- 走访选区, the newest first; of :kind, a constituency.
SELECT json_object('id', c.id, 'date', c.happened_on, 'constituency', '第' || k.number || '选区',
  'deputy', coalesce((SELECT group_concat(coalesce(p.name, d.name), '、' ORDER BY d.sort, d.id) FROM constituency_visit_deputy d
    LEFT JOIN person p ON p.id = d.person_id WHERE d.constituency_visit_id = c.id AND d.voided IS NULL), ''),
  'places', c.places, 'households', c.households, 'people', c.people, 'opinions', c.opinions, 'settled', c.settled,
  'content', c.content, 'note', c.note,
  'matters', json((SELECT json_group_array(m.id ORDER BY r.sort) FROM raised r JOIN matter m ON m.id = r.matter_id
    WHERE r.constituency_visit_id = c.id AND r.voided IS NULL AND m.voided IS NULL)),
  'campaigns', json((SELECT json_group_array(g.name ORDER BY f.id) FROM campaign_fact f JOIN campaign g ON g.id = f.campaign_id
    WHERE f.fact_kind = 'constituency_visit' AND f.fact_id = c.id AND f.voided IS NULL AND g.voided IS NULL)),
  'voided', json(CASE WHEN c.voided IS NULL THEN 'false' ELSE 'true' END)) AS json
FROM constituency_visit c JOIN constituency k ON k.id = c.constituency_id
WHERE (:from IS NULL OR c.happened_on >= :from) AND (:to IS NULL OR c.happened_on <= :to) AND (:kind IS NULL OR c.constituency_id = :kind)
  AND (:person_id IS NULL OR EXISTS (SELECT 1 FROM constituency_visit_deputy d WHERE d.constituency_visit_id = c.id AND d.voided IS NULL
    AND d.person_id = :person_id))
  AND (:team_id IS NULL OR EXISTS (SELECT 1 FROM constituency_visit_deputy d WHERE d.constituency_visit_id = c.id AND d.voided IS NULL AND :team_id = (
    SELECT s.team_id FROM standing s WHERE s.person_id = d.person_id AND s.kind = 'group' AND s.since <= c.happened_on AND s.until > c.happened_on
    ORDER BY s.said DESC, s.since DESC LIMIT 1)))
  AND (:site_id IS NULL OR EXISTS (SELECT 1 FROM constituency_visit_deputy d WHERE d.constituency_visit_id = c.id AND d.voided IS NULL AND :site_id = (
    SELECT s.site_id FROM standing s WHERE s.person_id = d.person_id AND s.kind = 'site' AND s.since <= c.happened_on AND s.until > c.happened_on
    ORDER BY s.since DESC LIMIT 1)))
  AND (:campaign_id IS NULL OR EXISTS (SELECT 1 FROM campaign_fact f WHERE f.fact_kind = 'constituency_visit' AND f.fact_id = c.id
    AND f.campaign_id = :campaign_id AND f.voided IS NULL))
ORDER BY c.happened_on DESC, c.id DESC;
