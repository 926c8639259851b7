SELECT max(sort) FROM phrase WHERE list = ?1 AND voided IS NULL;
