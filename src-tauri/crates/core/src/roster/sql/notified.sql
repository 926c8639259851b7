-- Reception days between two days of which a notice has gone out.
SELECT id FROM activity
WHERE kind_id = 'activity.reception_day' AND voided IS NULL AND notified_on IS NOT NULL AND since BETWEEN ?1 AND ?2;
