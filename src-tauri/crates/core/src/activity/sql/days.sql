-- 接待日 between two days, with those rostered and those whom only a visit names.
SELECT json_object('id', a.id, 'date', a.since, 'weekday', '', 'site_id', a.site_id, 'site', (SELECT name FROM site WHERE id = a.site_id),
  'hours', a.hours, 'held', json(CASE a.held WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END),
  'deputies', json((SELECT json_group_array(json_object('id', w.person_id, 'name', w.name, 'status', w.status,
      'reason', w.reason, 'planned', json(CASE w.planned WHEN 1 THEN 'true' ELSE 'false' END)) ORDER BY w.sort, w.name)
    FROM (
      SELECT t.person_id, coalesce(p.name, t.name) AS name, t.status, t.reason, t.planned, t.sort
      FROM attendance t LEFT JOIN person p ON p.id = t.person_id WHERE t.activity_id = a.id AND t.voided IS NULL
      UNION ALL
      SELECT d.person_id, coalesce(p.name, d.name), 'came', NULL, 0, 1000 + min(d.sort)
      FROM visit v JOIN visit_deputy d ON d.visit_id = v.id LEFT JOIN person p ON p.id = d.person_id
      WHERE v.activity_id = a.id AND v.voided IS NULL AND d.voided IS NULL AND NOT EXISTS (
        SELECT 1 FROM attendance t WHERE t.activity_id = a.id AND t.voided IS NULL
          AND t.person_id IS d.person_id AND t.name IS d.name)
      GROUP BY d.person_id, d.name
    ) w)),
  'visits', (SELECT count(*) FROM visit v WHERE v.activity_id = a.id AND v.voided IS NULL)) AS json
FROM activity a LEFT JOIN site s ON s.id = a.site_id
WHERE a.kind_id = 'activity.reception_day' AND a.voided IS NULL AND a.since BETWEEN :from AND :to
ORDER BY a.since, s.kind <> 'station', s.sort, a.id;
