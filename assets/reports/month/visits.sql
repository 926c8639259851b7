-- 接待群众批次和人次: visits and letters of the month, and the people in them.
WITH came AS (
  SELECT v.id, v.number, v.happened_on, v.people, s.name AS site,
    (SELECT group_concat(coalesce(p.name, '匿名'), '、' ORDER BY p.sort, p.id) FROM party p
      WHERE p.visit_id = v.id AND p.voided IS NULL) AS who,
    (SELECT group_concat(words, '；') FROM (SELECT DISTINCT coalesce(m.words, m.title) AS words
      FROM party p JOIN raised r ON r.party_id = p.id JOIN matter m ON m.id = r.matter_id
      WHERE p.visit_id = v.id AND p.voided IS NULL AND r.voided IS NULL AND m.voided IS NULL)) AS what
  FROM visit v LEFT JOIN site s ON s.id = v.site_id
  WHERE v.voided IS NULL AND v.happened_on BETWEEN :from AND :to
    AND (:campaign_id IS NULL OR v.id IN (
      SELECT fact_id FROM campaign_fact WHERE voided IS NULL AND fact_kind = 'visit' AND campaign_id = :campaign_id))
)
SELECT 'visits' AS figure, 'visit' AS fact_kind, id AS fact_id, 1 AS amount, site, happened_on AS date, number, who, what,
  people || '人' AS state
FROM came
UNION ALL
SELECT 'visitors', 'visit', id, people, site, happened_on, number, who, what, people || '人' FROM came
ORDER BY date, number;
