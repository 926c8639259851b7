SELECT * FROM constituency WHERE number = ?1 AND term_id IS ?2 AND voided IS NULL;
