-- Who sits on :day: at :level, or, where no level, group or site is asked for, at the station's own; by constituency.
WITH held AS (
  SELECT * FROM seat WHERE since <= :day AND until > :day
), own AS (
  SELECT person_id, mandate_id, constituency_id, max(own * 10 + rank) AS weight FROM held GROUP BY person_id
)
SELECT p.id FROM own o JOIN person p ON p.id = o.person_id AND p.voided IS NULL
LEFT JOIN constituency c ON c.id = o.constituency_id
WHERE EXISTS (SELECT 1 FROM held h WHERE h.person_id = p.id AND CASE WHEN :level IS NOT NULL THEN h.level = :level
    ELSE h.own OR coalesce(:team_id, :site_id) IS NOT NULL END)
  AND (:team_id IS NULL OR :team_id IN (
    (SELECT s.team_id FROM standing s WHERE s.person_id = p.id AND s.kind = 'group' AND s.since <= :day AND s.until > :day
      ORDER BY s.said DESC, s.since DESC LIMIT 1),
    (SELECT s.team_id FROM standing s WHERE s.person_id = p.id AND s.kind = 'delegation' AND s.since <= :day AND s.until > :day
      ORDER BY s.since DESC LIMIT 1)))
  AND (:site_id IS NULL OR :site_id = (SELECT s.site_id FROM standing s WHERE s.person_id = p.id AND s.kind = 'site'
    AND s.since <= :day AND s.until > :day ORDER BY s.since DESC LIMIT 1))
ORDER BY c.number IS NULL, c.number, o.mandate_id;
