INSERT INTO printed_number (series, highest)
SELECT substr(number, 1, 8), max(CAST(substr(number, 9) AS INTEGER)) FROM visit
WHERE happened_on BETWEEN ?1 AND ?2 AND number LIKE 'JD-____-%' GROUP BY substr(number, 1, 8)
ON CONFLICT (series) DO UPDATE SET highest = max(highest, excluded.highest);
