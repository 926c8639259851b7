INSERT OR REPLACE INTO view_setting (key, value) VALUES (?1, ?2);
