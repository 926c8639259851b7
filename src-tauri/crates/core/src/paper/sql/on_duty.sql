-- 值班代表 of reception days between two days: name and phone, in the order of the roster.
SELECT a.id AS activity_id, t.person_id, coalesce(p.name, t.name) AS name, p.phone
FROM activity a JOIN attendance t ON t.activity_id = a.id AND t.voided IS NULL AND t.planned = 1
  LEFT JOIN person p ON p.id = t.person_id
WHERE a.kind_id = 'activity.reception_day' AND a.voided IS NULL AND a.since BETWEEN ?1 AND ?2
ORDER BY a.since, a.id, t.sort, t.id;
