-- Duty on reception days between :from and :to, deputy by deputy: `came` is confirmed, `planned` stands on the roster, and
-- `excused` and `absent` do not count as served.
SELECT d.person_id, a.id AS activity_id, a.since AS day, CASE d.confirmed WHEN 1 THEN 'came' ELSE 'planned' END AS mark
FROM activity a JOIN duty d ON d.activity_id = a.id
WHERE a.kind_id = 'activity.reception_day' AND a.voided IS NULL AND a.held IS NOT 0 AND a.since BETWEEN :from AND :to
  AND d.person_id IS NOT NULL
UNION ALL
SELECT t.person_id, a.id, a.since, t.status
FROM activity a JOIN attendance t ON t.activity_id = a.id
WHERE a.kind_id = 'activity.reception_day' AND a.voided IS NULL AND a.held IS NOT 0 AND a.since BETWEEN :from AND :to
  AND t.voided IS NULL AND t.person_id IS NOT NULL AND t.status IN ('excused', 'absent')
ORDER BY 1, 3, 2;
