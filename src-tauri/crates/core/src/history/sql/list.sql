SELECT o.seq, o.label, o.account, o.at, o.changes, o.undoable, o.takes_back,
       EXISTS (SELECT 1 FROM operation b WHERE b.takes_back = o.seq
               AND NOT EXISTS (SELECT 1 FROM operation c WHERE c.takes_back = b.seq)) AS undone
FROM operation o ORDER BY o.seq DESC LIMIT ?1;
