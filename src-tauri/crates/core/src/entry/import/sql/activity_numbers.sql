SELECT number, id FROM activity WHERE number IS NOT NULL ORDER BY id;
