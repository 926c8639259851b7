-- 批次 are visits, 人次 the people in them, 件数 what they raised.
SELECT (SELECT count(*) FROM chosen) AS "numbers.visits", (SELECT coalesce(sum(people), 0) FROM chosen) AS "numbers.people",
  (SELECT count(*) FROM counted) AS "numbers.matters";
