-- A station's own deadlines, those that hold later last.
SELECT * FROM deadline_rule WHERE voided IS NULL ORDER BY since, id;
