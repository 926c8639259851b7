-- 已报版本 of the month's report, the oldest first.
SELECT ordinal, created AS at, sha256 FROM edition WHERE report = 'month' AND period = ?1 AND voided IS NULL ORDER BY ordinal;
