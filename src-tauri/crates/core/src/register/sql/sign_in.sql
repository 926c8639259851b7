-- 签到表: whom an activity expects, in the order of the list, with level and group on its day.
SELECT coalesce(p.name, t.name) AS name, t.sits_in,
  (SELECT group_concat(level, '、' ORDER BY rank) FROM (SELECT DISTINCT s.level, s.rank FROM seat s
    WHERE s.person_id = t.person_id AND s.since <= a.since AND s.until > a.since)) AS levels,
  (SELECT m.name FROM standing g JOIN team m ON m.id = g.team_id WHERE g.person_id = t.person_id AND g.kind = 'group'
    AND g.since <= a.since AND g.until > a.since ORDER BY g.said DESC, g.since DESC LIMIT 1) AS team
FROM attendance t JOIN activity a ON a.id = t.activity_id LEFT JOIN person p ON p.id = t.person_id
WHERE t.activity_id = ?1 AND t.voided IS NULL ORDER BY t.sits_in, t.sort, t.id;
