-- 联系选民, 走访选区, 实事: of the whole station. A pairing is no contact with voters; receptions that form 6 shows are none.
WITH met AS (
  SELECT c.id, c.happened_on, c.people, concat_ws('：', (SELECT label FROM code WHERE id = c.way_id), c.opinion) AS what,
    concat_ws('；', c.voter, l.name) AS state,
    (SELECT group_concat(coalesce(p.name, d.name), '、' ORDER BY d.sort) FROM contact_deputy d
      LEFT JOIN person p ON p.id = d.person_id WHERE d.contact_id = c.id AND d.voided IS NULL) AS who
  FROM contact c LEFT JOIN place l ON l.id = c.place_id
  WHERE c.voided IS NULL AND c.partner_id IS NULL AND c.happened_on BETWEEN :from AND :to AND c.happened_on <= :today
    AND (:campaign_id IS NULL OR c.id IN (
      SELECT fact_id FROM campaign_fact WHERE voided IS NULL AND fact_kind = 'contact' AND campaign_id = :campaign_id))
)
SELECT 'contacts' AS figure, 'contact' AS fact_kind, id AS fact_id, 1 AS amount, NULL AS site, happened_on AS date,
  NULL AS number, who, what, state
FROM met
UNION ALL SELECT 'voters_contacted', 'contact', id, people, NULL, happened_on, NULL, who, what, state FROM met
UNION ALL
SELECT 'constituency_visits', 'constituency_visit', v.id, 1, NULL, v.happened_on, NULL,
  (SELECT group_concat(coalesce(p.name, d.name), '、' ORDER BY d.sort) FROM constituency_visit_deputy d
    LEFT JOIN person p ON p.id = d.person_id WHERE d.constituency_visit_id = v.id AND d.voided IS NULL),
  concat_ws('：', '第' || c.number || '选区', v.places), v.content
FROM constituency_visit v JOIN constituency c ON c.id = v.constituency_id
WHERE v.voided IS NULL AND v.happened_on BETWEEN :from AND :to AND v.happened_on <= :today
  AND (:campaign_id IS NULL OR v.id IN (
    SELECT fact_id FROM campaign_fact WHERE voided IS NULL AND fact_kind = 'constituency_visit' AND campaign_id = :campaign_id))
UNION ALL
SELECT 'deeds', 'deed', e.id, 1, NULL, e.happened_on, NULL,
  (SELECT group_concat(coalesce(p.name, d.name), '、' ORDER BY d.sort) FROM deed_deputy d
    LEFT JOIN person p ON p.id = d.person_id WHERE d.deed_id = e.id AND d.voided IS NULL),
  concat_ws('：', (SELECT label FROM code WHERE id = e.category_id), e.content), e.progress
FROM deed e
WHERE e.voided IS NULL AND e.happened_on BETWEEN :from AND :to AND e.happened_on <= :today
  AND (:campaign_id IS NULL OR e.id IN (
    SELECT fact_id FROM campaign_fact WHERE voided IS NULL AND fact_kind = 'deed' AND campaign_id = :campaign_id))
ORDER BY date, who;
