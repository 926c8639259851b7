SELECT * FROM matter_deputy WHERE matter_id = ?1 AND voided IS NULL ORDER BY sort, id;
