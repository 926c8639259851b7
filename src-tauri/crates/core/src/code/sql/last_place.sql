SELECT coalesce(max(sort), 0) FROM code WHERE list = ?1;
