SELECT v.id, v.happened_on AS date, CAST(c.number AS TEXT) AS words, NULL AS place, v.voided IS NOT NULL AS voided,
  (SELECT group_concat(coalesce(p.name, d.name), '、') FROM constituency_visit_deputy d LEFT JOIN person p ON p.id = d.person_id
    WHERE d.constituency_visit_id = v.id AND d.voided IS NULL) AS who
FROM constituency_visit v JOIN constituency c ON c.id = v.constituency_id ORDER BY v.id;
