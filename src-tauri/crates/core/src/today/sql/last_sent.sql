-- The newest edition of a month's report.
SELECT period, ordinal, substr(created, 1, 10) AS day FROM edition WHERE report = 'month' AND voided IS NULL
ORDER BY period DESC, ordinal DESC LIMIT 1;
