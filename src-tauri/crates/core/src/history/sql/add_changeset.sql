INSERT INTO changeset (seq, bytes) VALUES (?1, ?2);
