-- 接待日 of one site, or of all, that were entered for a day, or planned on one, between two days.
SELECT id, site_id, since, planned_on, rule_id, hours, held FROM activity
WHERE kind_id = 'activity.reception_day' AND voided IS NULL AND (?1 IS NULL OR site_id = ?1)
  AND (since BETWEEN ?2 AND ?3 OR planned_on BETWEEN ?2 AND ?3)
ORDER BY since, id;
