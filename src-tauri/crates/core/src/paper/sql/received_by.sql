-- Deputies who are to receive on a day: rostered or marked as come, with the highest level that each has then.
SELECT coalesce(p.name, t.name) AS name,
  (SELECT s.level FROM seat s WHERE s.person_id = t.person_id AND s.since <= a.since AND s.until > a.since
    ORDER BY s.rank LIMIT 1) AS level
FROM attendance t JOIN activity a ON a.id = t.activity_id LEFT JOIN person p ON p.id = t.person_id
WHERE t.activity_id = ?1 AND t.voided IS NULL AND NOT t.sits_in AND coalesce(t.status, 'came') = 'came'
ORDER BY t.sort, t.id;
