SELECT json_object('no', c.number, 'kind', c.kind, 'villages', (SELECT group_concat(p.name || '村' || coalesce(cp.part, ''), '、')
  FROM constituency_place cp JOIN place p ON p.id = cp.place_id WHERE cp.constituency_id = c.id AND cp.voided IS NULL),
  'population', c.population, 'voters', c.voters, 'seats', c.seats, 'group', t.name) AS json
FROM constituency c LEFT JOIN team t ON t.id = c.team_id WHERE c.voided IS NULL ORDER BY c.number;
