-- 地点.
SELECT name, kind FROM place WHERE voided IS NULL ORDER BY sort, id;
