SELECT * FROM round WHERE matter_id = ?1 AND voided IS NULL ORDER BY ordinal DESC LIMIT 1;
