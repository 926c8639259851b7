SELECT * FROM attendance WHERE activity_id = ?1 AND voided IS NULL ORDER BY sort, id;
