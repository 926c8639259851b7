SELECT v.id AS visit_id, min(a.id) AS day_id FROM visit v
JOIN activity a ON a.kind_id = 'activity.reception_day' AND a.since = v.happened_on AND a.site_id IS v.site_id AND a.voided IS NULL
WHERE v.activity_id IS NULL AND v.voided IS NULL GROUP BY v.id;
