-- 代表: one line for each person who sits on some day of :sits_from … :to, with what holds on :to. Read by forms 2, 8 and 9
-- and the public board; `order.*` is for the order of the rows.
-- The seat shown is the one at the station's own level, else the lowest (SQLite: bare columns follow max()).
WITH held AS (
  SELECT * FROM seat WHERE since <= :to AND until > :sits_from
), own AS (
  SELECT person_id, mandate_id, max(own * 10 + rank) AS weight FROM held GROUP BY person_id
), now AS (
  SELECT o.person_id, o.mandate_id,
    (SELECT s.id FROM standing s WHERE s.person_id = o.person_id AND s.kind = 'work' AND s.since <= :to AND s.until > :to
      ORDER BY s.since DESC LIMIT 1) AS work_id,
    (SELECT s.team_id FROM standing s WHERE s.person_id = o.person_id AND s.kind = 'group' AND s.since <= :to AND s.until > :to
      ORDER BY s.said DESC, s.since DESC LIMIT 1) AS team_id,
    (SELECT s.role FROM standing s WHERE s.person_id = o.person_id AND s.kind = 'group' AND s.since <= :to AND s.until > :to
      ORDER BY s.said DESC, s.since DESC LIMIT 1) AS team_role,
    (SELECT s.team_id FROM standing s WHERE s.person_id = o.person_id AND s.kind = 'delegation' AND s.since <= :to AND s.until > :to
      ORDER BY s.since DESC LIMIT 1) AS delegation_id,
    (SELECT s.site_id FROM standing s WHERE s.person_id = o.person_id AND s.kind = 'site' AND s.since <= :to AND s.until > :to
      ORDER BY s.since DESC LIMIT 1) AS site_id
  FROM own o
)
SELECT 'person' AS fact_kind, p.id AS fact_id,
  p.name AS "person.name", p.name_note AS "person.name_note", p.sex AS "person.sex",
  (SELECT label FROM code WHERE id = p.nation_id) AS "person.nation", p.birth AS "person.birth",
  p.native_place AS "person.native_place", (SELECT label FROM code WHERE id = p.party_id) AS "person.party",
  p.party_joined AS "person.party_joined", p.work_started AS "person.work_started",
  (SELECT label FROM code WHERE id = p.education_id) AS "person.edu",
  (SELECT label FROM code WHERE id = p.degree_id) AS "person.degree", p.school AS "person.school",
  p.title AS "person.title", w.unit AS "person.unit", w.post AS "person.post",
  nullif(coalesce(w.unit, '') || coalesce(w.post, ''), '') AS "person.unit_post", p.social_posts AS "person.social_posts",
  (SELECT label FROM code WHERE id = p.occupation_id) AS "person.occupation", p.id_number AS "person.idno",
  p.phone AS "person.phone", p.address AS "person.address", p.postcode AS "person.postcode", p.email AS "person.email",
  p.resume AS "person.resume", p.honours AS "person.honours", p.pledge AS "person.pledge", p.note AS "row.note",
  (SELECT group_concat(level, '、' ORDER BY rank) FROM (SELECT DISTINCT level, rank FROM held h WHERE h.person_id = p.id))
    AS "mandate.levels",
  '第' || t.ordinal || '届' AS "mandate.term",
  coalesce('第' || c.number || '选区', m.electing_body) AS "mandate.constituency",
  (SELECT name FROM team WHERE id = n.delegation_id) AS "mandate.delegation",
  (SELECT name FROM team WHERE id = n.team_id) AS "mandate.group", n.team_role AS "mandate.team_role",
  (SELECT name FROM site WHERE id = n.site_id) AS "mandate.site",
  m.certificate AS "mandate.certificate", m.elected_on AS "mandate.elected_on",
  CASE m.re_elected WHEN 1 THEN '是' WHEN 0 THEN '否' END AS "mandate.re_elected",
  CASE m.began WHEN '补选' THEN '是' WHEN '当选' THEN '否' END AS "mandate.by_election",
  (SELECT 'person:' || p.id FROM attachment a
    WHERE a.fact_kind = 'person' AND a.fact_id = p.id AND a.role = 'photo' AND a.voided IS NULL LIMIT 1) AS "person.photo",
  p.list_order AS "order.manual", c.number AS "order.number"
FROM now n
JOIN person p ON p.id = n.person_id AND p.voided IS NULL
JOIN mandate m ON m.id = n.mandate_id
LEFT JOIN membership w ON w.id = n.work_id
LEFT JOIN term t ON t.id = m.term_id
LEFT JOIN constituency c ON c.id = m.constituency_id
WHERE (:person_id IS NULL OR p.id = :person_id) AND (:team_id IS NULL OR n.team_id = :team_id)
  AND (:site_id IS NULL OR p.id IN (SELECT value FROM json_each(:site_people)))
ORDER BY c.number IS NULL, c.number, m.id;
