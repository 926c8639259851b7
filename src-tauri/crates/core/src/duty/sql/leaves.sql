-- 请假 that touches :from to :to, the latest first, with the reception days on which they are rostered meanwhile.
SELECT json_object('id', l.id, 'person_id', l.person_id, 'name', p.name, 'since', l.since, 'until', l.until, 'reason', l.reason,
  'rostered', json((SELECT json_group_array(a.since || ' ' || coalesce(s.name, '') ORDER BY a.since) FROM activity a
    JOIN attendance t ON t.activity_id = a.id LEFT JOIN site s ON s.id = a.site_id
    WHERE a.kind_id = 'activity.reception_day' AND a.voided IS NULL AND a.held IS NOT 0 AND t.voided IS NULL AND t.planned
      AND t.status IS NULL AND t.person_id = l.person_id AND a.since BETWEEN l.since AND l.until))) AS json
FROM leave l JOIN person p ON p.id = l.person_id
WHERE l.voided IS NULL AND l.since <= :to AND l.until >= :from
ORDER BY l.since DESC, l.id DESC;
