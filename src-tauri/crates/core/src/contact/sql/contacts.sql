-- 联系, the newest first, with what was raised in it.
SELECT json_object('id', c.id, 'date', c.happened_on, 'deputy', coalesce((SELECT group_concat(coalesce(p.name, d.name), '、' ORDER BY d.sort, d.id) FROM contact_deputy d
    LEFT JOIN person p ON p.id = d.person_id WHERE d.contact_id = c.id AND d.voided IS NULL), ''),
  'way', (SELECT label FROM code WHERE id = c.way_id), 'voter', coalesce((SELECT name FROM person WHERE id = c.partner_id), c.voter),
  'people', c.people, 'households', c.households, 'village', coalesce((SELECT name FROM place WHERE id = c.place_id), c.place),
  'phone', c.phone, 'promoted', c.promoted, 'opinion', c.opinion, 'route', (SELECT label FROM code WHERE id = c.route_id),
  'outcome', c.outcome, 'reported_on', c.reported_on, 'recorder', c.recorder, 'note', c.note,
  'matters', json((SELECT json_group_array(m.id ORDER BY r.sort) FROM raised r JOIN matter m ON m.id = r.matter_id
    WHERE r.contact_id = c.id AND r.voided IS NULL AND m.voided IS NULL)),
  'campaigns', json((SELECT json_group_array(g.name ORDER BY f.id) FROM campaign_fact f JOIN campaign g ON g.id = f.campaign_id
    WHERE f.fact_kind = 'contact' AND f.fact_id = c.id AND f.voided IS NULL AND g.voided IS NULL)),
  'missing', json((SELECT json_group_array(key) FROM (
    SELECT 'contact.way' AS key WHERE c.way_id IS NULL
    UNION ALL SELECT 'contact.voter' WHERE c.voter IS NULL AND c.partner_id IS NULL
    UNION ALL SELECT 'contact.route' WHERE c.route_id IS NULL AND c.opinion IS NOT NULL))),
  'voided', json(CASE WHEN c.voided IS NULL THEN 'false' ELSE 'true' END)) AS json
FROM contact c
WHERE (:from IS NULL OR c.happened_on >= :from) AND (:to IS NULL OR c.happened_on <= :to) AND (:kind IS NULL OR c.way_id = :kind)
  AND (:person_id IS NULL OR EXISTS (SELECT 1 FROM contact_deputy d WHERE d.contact_id = c.id AND d.voided IS NULL
    AND d.person_id = :person_id))
  AND (:team_id IS NULL OR EXISTS (SELECT 1 FROM contact_deputy d WHERE d.contact_id = c.id AND d.voided IS NULL AND :team_id = (
    SELECT s.team_id FROM standing s WHERE s.person_id = d.person_id AND s.kind = 'group' AND s.since <= c.happened_on AND s.until > c.happened_on
    ORDER BY s.said DESC, s.since DESC LIMIT 1)))
  AND (:site_id IS NULL OR EXISTS (SELECT 1 FROM contact_deputy d WHERE d.contact_id = c.id AND d.voided IS NULL AND :site_id = (
    SELECT s.site_id FROM standing s WHERE s.person_id = d.person_id AND s.kind = 'site' AND s.since <= c.happened_on AND s.until > c.happened_on
    ORDER BY s.since DESC LIMIT 1)))
  AND (:campaign_id IS NULL OR EXISTS (SELECT 1 FROM campaign_fact f WHERE f.fact_kind = 'contact' AND f.fact_id = c.id
    AND f.campaign_id = :campaign_id AND f.voided IS NULL))
ORDER BY c.happened_on DESC, c.id DESC;
