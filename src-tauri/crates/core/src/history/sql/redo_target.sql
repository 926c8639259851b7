-- The newest undo that stands, as long as nothing but undos and redos, and what is only logged, came after it.
SELECT u.seq, u.label, u.schema, o.label AS first_label FROM operation u JOIN operation o ON o.seq = u.takes_back
WHERE u.name = 'undo' AND NOT EXISTS (SELECT 1 FROM operation b WHERE b.takes_back = u.seq)
  AND NOT EXISTS (SELECT 1 FROM operation n WHERE n.seq > u.seq AND n.undoable = 1 AND n.name NOT IN ('undo', 'redo'))
ORDER BY u.seq DESC LIMIT 1;
