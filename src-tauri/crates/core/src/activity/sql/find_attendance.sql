SELECT * FROM attendance WHERE activity_id = ?1 AND person_id IS ?2 AND name IS ?3 AND voided IS NULL;
