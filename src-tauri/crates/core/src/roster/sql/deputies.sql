-- Who sits at some time between :from and :to: mandates, own site and leave of that time, in the order of their entry.
-- A level above the station's own is `upper`.
WITH level AS (
  SELECT CASE (SELECT value FROM setting WHERE key = 'level') WHEN '全国' THEN 0 WHEN '省' THEN 1 WHEN '市' THEN 2
    WHEN '县' THEN 3 ELSE 4 END AS rank
), held AS (
  SELECT s.*, s.rank < (SELECT rank FROM level) AS upper FROM seat s WHERE s.since <= :to AND s.until > :from
), placed AS (
  SELECT person_id, site_id, max(since || id) FROM standing
  WHERE kind = 'site' AND site_id IS NOT NULL AND since <= :to AND until > :from GROUP BY person_id
)
SELECT json_object('id', p.id, 'name', p.name, 'phone', p.phone, 'site_id', s.id, 'site', s.name,
  'point', json(CASE WHEN s.kind <> 'station' THEN 'true' ELSE 'false' END),
  'seats', json((SELECT json_group_array(json_object('level', h.level, 'since', h.since, 'until', h.until,
    'upper', json(CASE h.upper WHEN 1 THEN 'true' ELSE 'false' END)) ORDER BY h.rank, h.since) FROM held h WHERE h.person_id = p.id)),
  'leaves', json((SELECT json_group_array(json_array(l.since, l.until)) FROM leave l
    WHERE l.person_id = p.id AND l.voided IS NULL AND l.since <= :to AND l.until >= :from))) AS json
FROM person p LEFT JOIN placed w ON w.person_id = p.id LEFT JOIN site s ON s.id = w.site_id
WHERE p.voided IS NULL AND p.id IN (SELECT person_id FROM held)
ORDER BY p.id;
