-- A, B, C, D of what was replied to with a result, in hundredths of a percent. What whole hundredths leave over goes to the
-- largest remainders, so that the shares add up to 100.00.
, kind AS (
  SELECT k.id, k.label, k.standard, k.sort, count(p.id) AS number
  FROM code k LEFT JOIN put p ON p.result_id = k.id AND p.replied_on IS NOT NULL
  WHERE k.list = 'result' GROUP BY k.id HAVING number > 0 OR k.id IN ('result.a', 'result.b', 'result.c', 'result.d')
), portion AS (
  SELECT *, 10000 * number / sum(number) OVER () AS whole, 10000 * number % sum(number) OVER () AS remainder FROM kind
), ranked AS (
  SELECT *, 10000 - sum(whole) OVER () AS spare, row_number() OVER (ORDER BY remainder DESC, sort, id) AS place FROM portion
)
SELECT label AS "share.result", standard AS "share.meaning", number AS "share.number", whole + (place <= spare) AS "share.percent"
FROM ranked ORDER BY sort, id;
