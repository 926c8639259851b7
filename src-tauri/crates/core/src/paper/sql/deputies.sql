-- The deputies of a matter, with their group on the day on which it was raised.
SELECT d.role, coalesce(p.name, d.name) AS name, p.phone,
  (SELECT u.name FROM standing g JOIN team u ON u.id = g.team_id WHERE g.person_id = d.person_id AND g.kind = 'group'
    AND g.since <= coalesce(f.opened_on, '9') AND g.until > coalesce(f.opened_on, '')
    ORDER BY g.said DESC, g.since DESC LIMIT 1) AS team
FROM matter_deputy d LEFT JOIN person p ON p.id = d.person_id LEFT JOIN matter_life f ON f.matter_id = d.matter_id
WHERE d.matter_id = ?1 AND d.voided IS NULL ORDER BY d.role = '附议', d.sort, d.id;
