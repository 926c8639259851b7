SELECT * FROM code WHERE hidden = 0 AND voided IS NULL ORDER BY list, sort, label;
