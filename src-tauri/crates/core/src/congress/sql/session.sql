SELECT * FROM session WHERE term_id = ?1 AND ordinal = ?2 AND voided IS NULL;
