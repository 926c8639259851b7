-- 履职: one row for each deputy on duty and reception day (not one per visitor), one for each suggestion led or co-signed.
-- Of a site: days there, and suggestions led by one of its deputies, as in form 10.
SELECT 'activity' AS fact_kind, a.id AS fact_id, d.person_id AS subject_id, 0 AS confidential,
  a.since AS "performance.date",
  '接待选民' AS "performance.kind",
  coalesce('在' || coalesce((SELECT name FROM site WHERE id = a.site_id), a.place), '') || '接待选民'
    || (SELECT CASE WHEN count(*) > 0 THEN count(*) || '批' || sum(v.people) || '人' ELSE '' END
        FROM visit v JOIN visit_deputy h ON h.visit_id = v.id
        WHERE v.activity_id = a.id AND v.voided IS NULL AND h.voided IS NULL AND h.person_id = d.person_id)
    AS "performance.content",
  '出席' AS "performance.attendance",
  CASE WHEN d.confirmed = 0 AND a.held IS NULL THEN '按值班表,未确认' END AS "row.note"
FROM activity a JOIN duty d ON d.activity_id = a.id
WHERE a.kind_id = 'activity.reception_day' AND a.voided IS NULL AND a.held IS NOT 0 AND d.person_id IS NOT NULL
  AND a.since BETWEEN :from AND :to AND a.since <= :today AND (:person_id IS NULL OR d.person_id = :person_id)
  AND (:site_id IS NULL OR a.site_id = :site_id)
UNION ALL
SELECT 'matter', m.id, d.person_id, m.confidential OR m.publicity IS '不公开', m.submitted_on, '提出议案、建议、批评和意见',
  d.role || m.kind || '：' || coalesce(m.title, m.words) || coalesce('（' || m.number || '）', ''), NULL, NULL
FROM matter m JOIN matter_deputy d ON d.matter_id = m.id
WHERE m.voided IS NULL AND d.voided IS NULL AND m.kind <> '社情民意' AND d.role IN ('领衔', '附议') AND d.person_id IS NOT NULL
  AND m.submitted_on BETWEEN :from AND :to AND (:person_id IS NULL OR d.person_id = :person_id)
  AND (:site_id IS NULL OR EXISTS (SELECT 1 FROM matter_deputy l WHERE l.matter_id = m.id AND l.voided IS NULL
    AND l.role = '领衔' AND l.person_id IN (SELECT value FROM json_each(:site_people))))
ORDER BY "performance.date", fact_id;
