SELECT a.id, a.since AS date, NULL AS who, a.title AS words, coalesce(s.name, a.place) AS place, a.voided IS NOT NULL AS voided
FROM activity a LEFT JOIN site s ON s.id = a.site_id WHERE a.kind_id <> 'activity.reception_day' ORDER BY a.id;
