SELECT * FROM constituency WHERE number = ?1 AND voided IS NULL ORDER BY id DESC LIMIT 1;
