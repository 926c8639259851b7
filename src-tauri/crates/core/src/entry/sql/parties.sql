SELECT * FROM party WHERE visit_id = ?1 AND voided IS NULL ORDER BY sort, id;
