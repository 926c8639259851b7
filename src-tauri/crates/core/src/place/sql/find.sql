SELECT * FROM place WHERE voided IS NULL AND name IN (?1, ?2) ORDER BY name = ?2 DESC LIMIT 1;
