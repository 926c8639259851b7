INSERT OR REPLACE INTO draft (form, subject, saved_at, body) VALUES (?1, ?2, ?3, ?4);
