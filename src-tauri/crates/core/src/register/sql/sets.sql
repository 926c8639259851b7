SELECT * FROM register_set WHERE voided IS NULL ORDER BY sort, id;
