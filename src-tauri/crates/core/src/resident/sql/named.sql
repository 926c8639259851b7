-- How often a resident is named.
SELECT (SELECT count(*) FROM standing_contact WHERE resident_id = ?1 AND voided IS NULL)
  + (SELECT count(*) FROM contact WHERE resident_id = ?1 AND voided IS NULL);
