INSERT INTO printed_number (series, highest)
SELECT substr(number, 1, 8), max(CAST(substr(number, 9, 9) AS INTEGER)) FROM (
  SELECT number, happened_on AS day FROM visit WHERE number LIKE 'JD-____-%'
  UNION ALL SELECT number, since FROM activity WHERE number LIKE 'HD-____-%'
  UNION ALL SELECT number, happened_on FROM talk WHERE number LIKE 'TX-____-%'
) WHERE day BETWEEN ?1 AND ?2 GROUP BY substr(number, 1, 8)
ON CONFLICT (series) DO UPDATE SET highest = max(highest, excluded.highest);
