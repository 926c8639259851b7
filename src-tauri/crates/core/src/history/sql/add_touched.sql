INSERT OR IGNORE INTO touched (seq, tbl, id) VALUES (?1, ?2, ?3);
