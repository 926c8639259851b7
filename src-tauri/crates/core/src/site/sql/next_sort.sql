SELECT coalesce(max(sort), 0) + 1 FROM site;
