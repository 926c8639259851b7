-- The newest operation that may be undone and is not: neither an undo itself nor taken back by one that stands.
SELECT o.seq, o.label, o.schema, NULL AS first_label FROM operation o
WHERE o.undoable = 1 AND o.name NOT IN ('undo', 'redo') AND NOT EXISTS (
  SELECT 1 FROM operation b WHERE b.takes_back = o.seq AND b.seq = (
    SELECT max(c.seq) FROM operation c WHERE c.takes_back = o.seq) AND NOT EXISTS (
    SELECT 1 FROM operation d WHERE d.takes_back = b.seq))
ORDER BY o.seq DESC LIMIT 1;
