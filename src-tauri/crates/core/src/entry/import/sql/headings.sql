SELECT * FROM heading WHERE import = ?1 ORDER BY id;
