-- The highest number of a series of papers (`JB-2026-`, `催办〔2026〕`) that a step has or that was printed.
SELECT coalesce(max(n), 0) FROM (
  SELECT CAST(substr(document, length(?1) + 1, 9) AS INTEGER) AS n FROM step WHERE document >= ?1 AND document < ?1 || ':'
  UNION ALL SELECT highest FROM printed_number WHERE series = ?1
);
