SELECT * FROM edition WHERE report = ?1 AND period = ?2 AND voided IS NULL ORDER BY ordinal;
