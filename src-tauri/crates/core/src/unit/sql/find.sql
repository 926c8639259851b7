SELECT * FROM unit WHERE name = ?1 AND voided IS NULL;
