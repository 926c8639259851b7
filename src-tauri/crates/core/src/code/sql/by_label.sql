SELECT * FROM code WHERE list = ?1 AND label = ?2;
