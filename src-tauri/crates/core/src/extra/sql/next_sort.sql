SELECT coalesce(max(sort), -1) + 1 FROM own_column WHERE fact_kind = ?1;
