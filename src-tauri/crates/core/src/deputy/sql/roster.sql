-- 代表名册: who sits on :today, in the order of constituencies, then of entry. `missing` names fields that are 待补.
WITH held AS (
  SELECT * FROM seat WHERE since <= :today AND until > :today
), own AS (
  SELECT person_id, mandate_id, constituency_id, max(own * 10 + rank) AS weight FROM held GROUP BY person_id
), now AS (
  SELECT p.*, o.mandate_id, c.number AS district,
    (SELECT s.id FROM standing s WHERE s.person_id = p.id AND s.kind = 'work' AND s.since <= :today AND s.until > :today
      ORDER BY s.since DESC LIMIT 1) AS work_id,
    (SELECT s.team_id FROM standing s WHERE s.person_id = p.id AND s.kind = 'group' AND s.since <= :today AND s.until > :today
      ORDER BY s.said DESC, s.since DESC LIMIT 1) AS team_id
  FROM own o JOIN person p ON p.id = o.person_id AND p.voided IS NULL
  LEFT JOIN constituency c ON c.id = o.constituency_id
), shown AS (
  SELECT n.*, w.unit, w.post, t.name AS team FROM now n
  LEFT JOIN membership w ON w.id = n.work_id LEFT JOIN team t ON t.id = n.team_id
)
SELECT json_object('id', s.id, 'name', s.name, 'sex', s.sex, 'nation', (SELECT label FROM code WHERE id = s.nation_id),
  'birth', s.birth, 'party', (SELECT label FROM code WHERE id = s.party_id),
  'edu', (SELECT label FROM code WHERE id = s.education_id), 'unit', s.unit, 'post', s.post, 'phone', s.phone,
  'idno', s.id_number, 'constituency', s.district, 'group', s.team,
  'levels', json((SELECT json_group_array(level ORDER BY own DESC, rank DESC)
    FROM (SELECT DISTINCT level, own, rank FROM held h WHERE h.person_id = s.id))),
  'receptions', (SELECT count(DISTINCT v.id) FROM visit_deputy d JOIN visit v ON v.id = d.visit_id
    WHERE d.person_id = s.id AND d.voided IS NULL AND v.voided IS NULL
      AND substr(v.happened_on, 1, 4) = substr(:today, 1, 4)),
  'missing', json((SELECT json_group_array(key) FROM (
    SELECT 'person.sex' AS key WHERE s.sex IS NULL
    UNION ALL SELECT 'person.nation' WHERE s.nation_id IS NULL
    UNION ALL SELECT 'person.birth' WHERE s.birth IS NULL
    UNION ALL SELECT 'person.party' WHERE s.party_id IS NULL
    UNION ALL SELECT 'person.edu' WHERE s.education_id IS NULL
    UNION ALL SELECT 'person.unit' WHERE s.unit IS NULL
    UNION ALL SELECT 'person.post' WHERE s.post IS NULL
    UNION ALL SELECT 'person.occupation' WHERE s.occupation_id IS NULL
    UNION ALL SELECT 'person.phone' WHERE s.phone IS NULL
    UNION ALL SELECT 'mandate.constituency' WHERE s.district IS NULL
    UNION ALL SELECT 'mandate.group' WHERE s.team IS NULL))),
  'voided', json('false')) AS json
FROM shown s WHERE :team_id IS NULL OR s.team_id = :team_id
ORDER BY s.district IS NULL, s.district, s.mandate_id;
