SELECT * FROM site WHERE name = ?1 AND voided IS NULL;
