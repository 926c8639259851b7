-- 值班代表 of reception days between two days: name, phone, and the level that each is from, in the order of the roster.
SELECT a.id AS activity_id, coalesce(p.name, t.name) AS name, p.phone,
  (SELECT s.level FROM seat s WHERE s.person_id = t.person_id AND s.since <= a.since AND s.until > a.since
    ORDER BY s.rank LIMIT 1) AS level
FROM activity a JOIN attendance t ON t.activity_id = a.id AND t.voided IS NULL AND t.planned = 1
  LEFT JOIN person p ON p.id = t.person_id
WHERE a.kind_id = 'activity.reception_day' AND a.voided IS NULL AND a.since BETWEEN ?1 AND ?2
ORDER BY a.since, a.id, t.sort, t.id;
