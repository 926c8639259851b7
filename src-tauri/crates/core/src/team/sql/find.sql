SELECT * FROM team WHERE kind = ?1 AND name = ?2 AND voided IS NULL;
