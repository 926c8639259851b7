SELECT * FROM mandate WHERE person_id = ?1 AND voided IS NULL
ORDER BY CASE level WHEN '全国' THEN 0 WHEN '省' THEN 1 WHEN '市' THEN 2 WHEN '县' THEN 3 ELSE 4 END, id;
