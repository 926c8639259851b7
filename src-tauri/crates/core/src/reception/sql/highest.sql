SELECT coalesce(max(n), 0) FROM (
  SELECT CAST(substr(number, length(?1) + 1) AS INTEGER) AS n FROM visit WHERE number >= ?1 AND number < ?1 || ':'
  UNION ALL SELECT highest FROM printed_number WHERE series = ?1
);
