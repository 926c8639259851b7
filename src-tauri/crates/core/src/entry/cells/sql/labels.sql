SELECT label FROM code WHERE list = ?1 AND hidden = 0 AND voided IS NULL ORDER BY sort, id;
