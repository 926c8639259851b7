-- 代表建议: submitted, and replied to, in the month.
WITH suggestion AS (
  SELECT m.id, m.kind, m.number, coalesce(m.title, m.words) AS what, f.opened_on, f.replied_on,
    (SELECT group_concat(coalesce(p.name, d.name), '、' ORDER BY d.sort, d.id) FROM matter_deputy d
      LEFT JOIN person p ON p.id = d.person_id WHERE d.matter_id = m.id AND d.voided IS NULL AND d.role = '领衔') AS who
  FROM matter m JOIN matter_life f ON f.matter_id = m.id WHERE m.kind <> '社情民意'
    AND (:campaign_id IS NULL OR m.id IN (
      SELECT fact_id FROM campaign_fact WHERE voided IS NULL AND fact_kind = 'matter' AND campaign_id = :campaign_id))
)
SELECT 'suggestions_submitted' AS figure, 'matter' AS fact_kind, id AS fact_id, 1 AS amount, NULL AS site, opened_on AS date,
  number, who, what, kind AS state
FROM suggestion WHERE opened_on BETWEEN :from AND :to
UNION ALL
SELECT 'suggestions_replied', 'matter', id, 1, NULL, replied_on, number, who, what, kind
FROM suggestion WHERE replied_on BETWEEN :from AND :to
ORDER BY date, number;
