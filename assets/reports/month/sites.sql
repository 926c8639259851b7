-- 站点, in the order of the report.
SELECT id, name FROM site WHERE voided IS NULL ORDER BY kind <> 'station', sort, id;
