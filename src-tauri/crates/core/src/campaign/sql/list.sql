-- 专项活动, the newest first, with how many facts belong to each.
SELECT json_object('id', c.id, 'name', c.name, 'since', c.since, 'until', c.until, 'note', c.note,
  'facts', (SELECT count(*) FROM campaign_fact f WHERE f.campaign_id = c.id AND f.voided IS NULL),
  'voided', json(CASE WHEN c.voided IS NULL THEN 'false' ELSE 'true' END)) AS json
FROM campaign c ORDER BY c.since IS NULL, c.since DESC, c.id DESC;
