SELECT t.* FROM term t JOIN congress c ON c.id = t.congress_id WHERE c.level = ?1 AND t.ordinal = ?2 AND t.voided IS NULL;
