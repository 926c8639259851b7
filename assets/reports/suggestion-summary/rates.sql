-- Rates, each with what it is made of. 按期率 leaves out what is not due yet, and what has no deadline.
, rate AS (
  SELECT 1 AS place, '面商率' AS name, count(*) FILTER (WHERE talked) AS numerator, count(*) AS denominator, '已面商÷提出件数' AS how FROM put
  UNION ALL SELECT 2, '答复率', count(replied_on), count(*), '已答复÷提出件数' FROM put
  UNION ALL SELECT 3, '办结率', count(closed_on), count(*), '已办结÷提出件数' FROM put
  UNION ALL SELECT 4, '满意率', count(*) FILTER (WHERE grade_id IN ('grade.satisfied', 'grade.mostly')), count(grade_id),
    '（满意＋基本满意）÷已反馈' FROM put
  UNION ALL SELECT 5, '按期率', count(*) FILTER (WHERE answered_on IS NOT NULL AND late = 0),
    count(*) FILTER (WHERE late = 1 OR answered_on IS NOT NULL AND late = 0), '按期答复÷（已答复＋逾期未答复）' FROM put
)
SELECT name AS "rate.name", numerator AS "rate.numerator", denominator AS "rate.denominator",
  1.0 * numerator / nullif(denominator, 0) AS "rate.share", how AS "rate.how"
FROM rate ORDER BY place;
