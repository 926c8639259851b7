SELECT id, name AS label FROM team WHERE voided IS NULL ORDER BY sort, id;
