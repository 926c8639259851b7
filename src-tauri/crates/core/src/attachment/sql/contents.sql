-- Every sealed file that must lie beside the store, with the name that a clerk knows it by.
SELECT content, min(name) AS name FROM (
  SELECT content, name FROM attachment WHERE voided IS NULL
  UNION ALL SELECT original, name FROM attachment WHERE voided IS NULL AND original IS NOT NULL
) GROUP BY content ORDER BY name, content;
