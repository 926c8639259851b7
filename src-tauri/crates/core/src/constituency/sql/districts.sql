-- 选区 by number, with their places as they were written.
SELECT c.number AS no, c.kind, (
    SELECT coalesce(group_concat(p.name || CASE p.kind WHEN 'village' THEN '村' ELSE '' END || coalesce(cp.part, ''), '、'
      ORDER BY cp.sort), '')
    FROM constituency_place cp JOIN place p ON p.id = cp.place_id WHERE cp.constituency_id = c.id AND cp.voided IS NULL
  ) AS villages, c.population, c.voters, c.seats, (SELECT name FROM team WHERE id = c.team_id) AS "group"
FROM constituency c WHERE c.voided IS NULL ORDER BY c.number, c.id;
