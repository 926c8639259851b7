-- Visits at a site on a date that belong to no reception day yet.
SELECT id FROM visit WHERE activity_id IS NULL AND voided IS NULL AND happened_on = ?1 AND site_id IS ?2 ORDER BY id;
