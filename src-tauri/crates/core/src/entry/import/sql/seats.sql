SELECT * FROM mandate WHERE voided IS NULL ORDER BY id;
