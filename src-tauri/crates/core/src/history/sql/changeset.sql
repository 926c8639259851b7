SELECT bytes FROM changeset WHERE seq = ?1;
