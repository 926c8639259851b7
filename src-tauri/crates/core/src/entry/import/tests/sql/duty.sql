SELECT json_object('date', a.since, 'place', s.name, 'deputies', json((SELECT json_group_array(name) FROM
  (SELECT coalesce(p.name, t.name) AS name FROM attendance t LEFT JOIN person p ON p.id = t.person_id
   WHERE t.activity_id = a.id AND t.voided IS NULL ORDER BY t.sort)))) AS json
FROM activity a LEFT JOIN site s ON s.id = a.site_id WHERE a.voided IS NULL AND a.kind_id = 'activity.reception_day' ORDER BY a.since;
