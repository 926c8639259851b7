-- 走访选区: visits to constituencies in the period.
SELECT 'constituency_visit' AS fact_kind, v.id AS fact_id, v.constituency_id AS subject_id,
  v.happened_on AS "constituency_visit.date",
  (SELECT group_concat(coalesce(p.name, d.name), '、' ORDER BY d.sort, d.id) FROM constituency_visit_deputy d
    LEFT JOIN person p ON p.id = d.person_id WHERE d.constituency_visit_id = v.id AND d.voided IS NULL)
    AS "constituency_visit.deputies",
  v.places AS "constituency_visit.places", v.households AS "constituency_visit.households",
  v.people AS "constituency_visit.people", v.opinions AS "constituency_visit.opinions",
  v.settled AS "constituency_visit.settled", v.content AS "constituency_visit.content",
  nullif(concat_ws('；', v.note,
    CASE WHEN v.late_on IS NOT NULL THEN '补 ' || v.late_on || coalesce(' ' || v.late_reason, '') END), '') AS "row.note"
FROM constituency_visit v
WHERE v.voided IS NULL AND v.happened_on BETWEEN :from AND :to
  AND (:campaign_id IS NULL OR EXISTS (SELECT 1 FROM campaign_fact f WHERE f.voided IS NULL
    AND f.campaign_id = :campaign_id AND f.fact_kind = 'constituency_visit' AND f.fact_id = v.id))
ORDER BY v.happened_on, v.id;
