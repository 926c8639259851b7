SELECT * FROM congress WHERE level = ?1 AND voided IS NULL ORDER BY id LIMIT 1;
