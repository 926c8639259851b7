SELECT id, name FROM campaign WHERE voided IS NULL AND (id = ?1 OR name = ?1);
