-- 选区 by number, with their places as they were written and who sits for them on :today.
SELECT json_object('id', c.id, 'no', c.number, 'name', c.name, 'kind', c.kind, 'villages', (
    SELECT coalesce(group_concat(p.name || CASE p.kind WHEN 'village' THEN '村' ELSE '' END || coalesce(cp.part, ''), '、'
      ORDER BY cp.sort), '')
    FROM constituency_place cp JOIN place p ON p.id = cp.place_id WHERE cp.constituency_id = c.id AND cp.voided IS NULL
  ), 'population', c.population, 'voters', c.voters, 'seats', c.seats, 'group', (SELECT name FROM team WHERE id = c.team_id),
  'contact', (SELECT name FROM person WHERE id = c.presidium_contact_id), 'situation', c.situation, 'concerns', c.concerns,
  'deputies', json((SELECT json_group_array(p.name ORDER BY s.own DESC, s.rank DESC, s.mandate_id) FROM seat s
    JOIN person p ON p.id = s.person_id WHERE s.constituency_id = c.id AND s.since <= :today AND s.until > :today
      AND p.voided IS NULL))) AS json
FROM constituency c WHERE c.voided IS NULL ORDER BY c.number, c.id;
