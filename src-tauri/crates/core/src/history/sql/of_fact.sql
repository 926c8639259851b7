SELECT o.seq, o.label, o.account, o.at, o.changes, o.undoable, o.takes_back,
       EXISTS (SELECT 1 FROM operation b WHERE b.takes_back = o.seq
               AND NOT EXISTS (SELECT 1 FROM operation c WHERE c.takes_back = b.seq)) AS undone
FROM touched t JOIN operation o ON o.seq = t.seq WHERE t.tbl = ?1 AND t.id = ?2 ORDER BY o.seq DESC;
