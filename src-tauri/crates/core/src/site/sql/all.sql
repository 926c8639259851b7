SELECT * FROM site WHERE voided IS NULL ORDER BY CASE kind WHEN 'station' THEN 0 ELSE 1 END, sort, id;
