-- A later operation on the same row that still stands: not taken back, and not itself a taking back.
SELECT o.label FROM touched t JOIN touched later ON later.tbl = t.tbl AND later.id = t.id AND later.seq > t.seq
JOIN operation o ON o.seq = later.seq
WHERE t.seq = ?1 AND o.takes_back IS NULL
  AND (SELECT count(*) FROM operation b WHERE b.takes_back = o.seq) <=
      (SELECT count(*) FROM operation b JOIN operation c ON c.takes_back = b.seq WHERE b.takes_back = o.seq)
ORDER BY later.seq DESC LIMIT 1;
