SELECT * FROM resident WHERE name = ?1 AND place_id IS ?2 AND (phone IS NULL OR ?3 IS NULL OR phone = ?3) AND voided IS NULL
ORDER BY id;
