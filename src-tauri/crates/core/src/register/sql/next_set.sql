SELECT coalesce(max(sort), -1) + 1 FROM register_set;
