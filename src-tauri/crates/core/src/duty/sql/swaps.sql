-- 调班 of reception days between :from and :to, the latest day first.
SELECT w.id, w.activity_id, a.since AS date, s.name AS site, w.person_id, p.name AS name, w.by_person_id, b.name AS by_name,
  w.other_activity_id, o.since AS other_date, w.agreed_on, w.reason
FROM duty_swap w JOIN activity a ON a.id = w.activity_id LEFT JOIN site s ON s.id = a.site_id
JOIN person p ON p.id = w.person_id JOIN person b ON b.id = w.by_person_id
LEFT JOIN activity o ON o.id = w.other_activity_id
WHERE w.voided IS NULL AND a.voided IS NULL AND (a.since BETWEEN :from AND :to OR o.since BETWEEN :from AND :to)
ORDER BY a.since DESC, w.id DESC;
