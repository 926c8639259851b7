-- 选区: one line for each constituency, with who sits for it on :to.
SELECT 'constituency' AS fact_kind, c.id AS fact_id, '第' || c.number || '选区' AS "district.no", c.name AS "district.name",
  c.kind AS "district.kind",
  (SELECT group_concat(p.name || CASE p.kind WHEN 'village' THEN '村' ELSE '' END || coalesce(w.part, ''), '、' ORDER BY w.sort)
    FROM constituency_place w JOIN place p ON p.id = w.place_id WHERE w.constituency_id = c.id AND w.voided IS NULL)
    AS "district.villages",
  c.population AS "district.population", c.voters AS "district.voters", c.seats AS "district.seats",
  (SELECT name FROM team WHERE id = c.team_id) AS "district.group",
  (SELECT group_concat(name || '（' || levels || '）', '、' ORDER BY rank, key) FROM (
    SELECT p.name, min(s.mandate_id) AS key, min(s.rank) AS rank, (SELECT group_concat(level, '、' ORDER BY rank) FROM (
      SELECT DISTINCT h.level, h.rank FROM seat h WHERE h.person_id = p.id AND h.since <= :to AND h.until > :to)) AS levels
    FROM seat s JOIN person p ON p.id = s.person_id AND p.voided IS NULL
    WHERE s.constituency_id = c.id AND s.since <= :to AND s.until > :to GROUP BY p.id)) AS "district.deputies",
  (SELECT name FROM person WHERE id = c.presidium_contact_id) AS "district.presidium",
  c.situation AS "district.situation", c.concerns AS "district.concerns", c.note AS "district.note"
FROM constituency c
WHERE c.voided IS NULL
  AND (:person_id IS NULL OR EXISTS (SELECT 1 FROM seat s
    WHERE s.constituency_id = c.id AND s.person_id = :person_id AND s.since <= :to AND s.until > :sits_from))
  AND (:team_id IS NULL OR c.team_id = :team_id)
  AND (:site_id IS NULL OR EXISTS (SELECT 1 FROM seat s WHERE s.constituency_id = c.id
    AND s.person_id IN (SELECT value FROM json_each(:site_people)) AND s.since <= :to AND s.until > :sits_from))
ORDER BY c.number, c.id;
