SELECT id, name AS label FROM site WHERE voided IS NULL ORDER BY sort, id;
