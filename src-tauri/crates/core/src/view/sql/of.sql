SELECT value FROM view_setting WHERE key = ?1;
