INSERT INTO printed_number (series, highest)
SELECT rtrim(number, '0123456789'), max(CAST(substr(number, length(rtrim(number, '0123456789')) + 1, 9) AS INTEGER)) FROM (
  SELECT number, happened_on AS day FROM visit WHERE number LIKE 'JD-____-%'
  UNION ALL SELECT number, since FROM activity WHERE number LIKE 'HD-____-%'
  UNION ALL SELECT number, happened_on FROM talk WHERE number LIKE 'TX-____-%'
  UNION ALL SELECT number, submitted_on FROM matter WHERE number LIKE '%-%-%'
) WHERE day BETWEEN ?1 AND ?2 GROUP BY rtrim(number, '0123456789')
ON CONFLICT (series) DO UPDATE SET highest = max(highest, excluded.highest);
