SELECT e.id, coalesce(e.happened_on, '') AS date, e.content AS words, NULL AS place, e.voided IS NOT NULL AS voided,
  (SELECT group_concat(coalesce(p.name, d.name), '、') FROM deed_deputy d LEFT JOIN person p ON p.id = d.person_id
    WHERE d.deed_id = e.id AND d.voided IS NULL) AS who
FROM deed e ORDER BY e.id;
