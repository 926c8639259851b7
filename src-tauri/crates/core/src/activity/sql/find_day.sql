SELECT * FROM activity WHERE kind_id = 'activity.reception_day' AND since = ?1 AND site_id IS ?2 AND voided IS NULL
ORDER BY id LIMIT 1;
