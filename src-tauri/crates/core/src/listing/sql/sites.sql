-- 站点, the station first.
SELECT name, kind, address FROM site WHERE voided IS NULL ORDER BY kind <> 'station', sort, id;
