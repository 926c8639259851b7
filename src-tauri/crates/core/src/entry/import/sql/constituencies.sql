SELECT * FROM constituency WHERE voided IS NULL ORDER BY id;
