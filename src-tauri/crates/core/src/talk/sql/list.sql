-- 谈心记录, the newest first; voided ones keep their number.
SELECT json_object('id', t.id, 'number', t.number, 'date', t.happened_on,
  'place', coalesce((SELECT name FROM site WHERE id = t.site_id), t.place),
  'parties', (SELECT group_concat(name, '、' ORDER BY sort, id) FROM talk_party p WHERE p.talk_id = t.id AND p.voided IS NULL),
  'subject', t.subject, 'kind', (SELECT label FROM code WHERE id = t.kind_id),
  'deputy', coalesce((SELECT group_concat(coalesce(p.name, d.name), '、' ORDER BY d.sort, d.id) FROM talk_deputy d
    LEFT JOIN person p ON p.id = d.person_id WHERE d.talk_id = t.id AND d.voided IS NULL), ''),
  'result', (SELECT label FROM code WHERE id = t.result_id), 'follow_up_on', t.follow_up_on, 'follow_up', t.follow_up,
  'confidential', json(CASE t.confidential WHEN 1 THEN 'true' ELSE 'false' END),
  'attachments', (SELECT count(*) FROM attachment f WHERE f.fact_kind = 'talk' AND f.fact_id = t.id AND f.voided IS NULL),
  'missing', json((SELECT json_group_array(key) FROM (
    SELECT 'talk.parties' AS key WHERE (SELECT count(DISTINCT side) FROM talk_party p
      WHERE p.talk_id = t.id AND p.voided IS NULL) < 2
    UNION ALL SELECT 'talk.deputy' WHERE NOT EXISTS (SELECT 1 FROM talk_deputy d WHERE d.talk_id = t.id AND d.voided IS NULL)
    UNION ALL SELECT 'talk.kind' WHERE t.kind_id IS NULL
    UNION ALL SELECT 'talk.result' WHERE t.result_id IS NULL))),
  'voided', json(CASE WHEN t.voided IS NULL THEN 'false' ELSE 'true' END)) AS json
FROM talk t
WHERE (:from IS NULL OR t.happened_on >= :from) AND (:to IS NULL OR t.happened_on <= :to)
  AND (:kind IS NULL OR t.kind_id = :kind) AND (:site_id IS NULL OR t.site_id = :site_id)
  AND (:person_id IS NULL OR EXISTS (SELECT 1 FROM talk_deputy d WHERE d.talk_id = t.id AND d.voided IS NULL
    AND d.person_id = :person_id))
  AND (:team_id IS NULL OR EXISTS (SELECT 1 FROM talk_deputy d WHERE d.talk_id = t.id AND d.voided IS NULL AND :team_id = (
    SELECT s.team_id FROM standing s WHERE s.person_id = d.person_id AND s.kind = 'group' AND s.since <= t.happened_on AND s.until > t.happened_on
    ORDER BY s.said DESC, s.since DESC LIMIT 1)))
  AND (:campaign_id IS NULL OR EXISTS (SELECT 1 FROM campaign_fact f WHERE f.fact_kind = 'talk' AND f.fact_id = t.id
    AND f.campaign_id = :campaign_id AND f.voided IS NULL))
ORDER BY t.happened_on DESC, t.number DESC;
