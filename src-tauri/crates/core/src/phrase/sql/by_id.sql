SELECT * FROM phrase WHERE id = ?1;
