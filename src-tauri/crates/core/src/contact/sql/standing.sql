-- 联系对象 and 结对, by constituency and deputy; `made` counts contacts of the two in the year of :today.
SELECT json_object('id', s.id, 'pairing', json(CASE WHEN s.partner_id IS NULL THEN 'false' ELSE 'true' END),
  'deputy', p.name, 'person_id', s.person_id,
  'constituency', '第' || k.number || '选区', 'whom', coalesce(r.name, o.name, ''), 'sex', coalesce(r.sex, o.sex),
  'birth', coalesce(r.birth, o.birth), 'party', (SELECT label FROM code WHERE id = coalesce(r.party_id, o.party_id)),
  'household', r.household, 'village', (SELECT name FROM place WHERE id = r.place_id), 'address', r.address,
  'phone', coalesce(r.phone, o.phone), 'kind', (SELECT label FROM code WHERE id = s.kind_id), 'since', s.since, 'until', s.until, 'target', s.target,
  'made', (SELECT count(DISTINCT c.id) FROM contact c JOIN contact_deputy d ON d.contact_id = c.id AND d.voided IS NULL
    WHERE c.voided IS NULL AND d.person_id = s.person_id AND substr(c.happened_on, 1, 4) = substr(:today, 1, 4)
      AND CASE WHEN s.partner_id IS NULL THEN c.resident_id = s.resident_id ELSE c.partner_id = s.partner_id END),
  'situation', s.situation, 'note', s.note,
  'campaigns', json((SELECT json_group_array(g.name ORDER BY f.id) FROM campaign_fact f JOIN campaign g ON g.id = f.campaign_id
    WHERE f.fact_kind = 'standing_contact' AND f.fact_id = s.id AND f.voided IS NULL AND g.voided IS NULL)),
  'voided', json(CASE WHEN s.voided IS NULL THEN 'false' ELSE 'true' END)) AS json
FROM standing_contact s JOIN person p ON p.id = s.person_id
LEFT JOIN resident r ON r.id = s.resident_id LEFT JOIN person o ON o.id = s.partner_id
LEFT JOIN constituency k ON k.id = (SELECT t.constituency_id FROM seat t WHERE t.person_id = s.person_id AND t.constituency_id IS NOT NULL
  AND t.since <= :today ORDER BY t.until > :today DESC, t.own DESC, t.rank DESC LIMIT 1)
WHERE (:from IS NULL OR s.until IS NULL OR s.until >= :from) AND (:to IS NULL OR s.since IS NULL OR s.since <= :to)
  AND (:kind IS NULL OR s.kind_id = :kind)
  AND (:person_id IS NULL OR :person_id IN (s.person_id, s.partner_id))
  AND (:team_id IS NULL OR :team_id = (SELECT t.team_id FROM standing t WHERE t.person_id = s.person_id AND t.kind = 'group'
    AND t.since <= :today AND t.until > :today ORDER BY t.said DESC, t.since DESC LIMIT 1))
  AND (:site_id IS NULL OR :site_id = (SELECT t.site_id FROM standing t WHERE t.person_id = s.person_id AND t.kind = 'site'
    AND t.since <= :today AND t.until > :today ORDER BY t.since DESC LIMIT 1))
  AND (:campaign_id IS NULL OR EXISTS (SELECT 1 FROM campaign_fact f WHERE f.fact_kind = 'standing_contact' AND f.fact_id = s.id
    AND f.campaign_id = :campaign_id AND f.voided IS NULL))
ORDER BY k.number IS NULL, k.number, p.id, s.partner_id IS NOT NULL, s.id;
