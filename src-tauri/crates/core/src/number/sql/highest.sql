-- The highest number of a series (`JD-2026-`) that was given or printed; nothing beyond nine digits is a number of ours.
SELECT coalesce(max(n), 0) FROM (
  SELECT CAST(substr(number, length(?1) + 1, 9) AS INTEGER) AS n FROM visit WHERE number >= ?1 AND number < ?1 || ':'
  UNION ALL
  SELECT CAST(substr(number, length(?1) + 1, 9) AS INTEGER) FROM activity WHERE number >= ?1 AND number < ?1 || ':'
  UNION ALL
  SELECT CAST(substr(number, length(?1) + 1, 9) AS INTEGER) FROM talk WHERE number >= ?1 AND number < ?1 || ':'
  UNION ALL
  SELECT CAST(substr(number, length(?1) + 1, 9) AS INTEGER) FROM matter WHERE number >= ?1 AND number < ?1 || ':'
  UNION ALL SELECT highest FROM printed_number WHERE series = ?1
);
