-- Activities that were about a matter, or in which a step of it happened.
SELECT a.id, k.label AS kind, a.title, a.since AS day FROM activity a JOIN code k ON k.id = a.kind_id
WHERE a.voided IS NULL AND (EXISTS (SELECT 1 FROM activity_matter l WHERE l.activity_id = a.id AND l.matter_id = ?1 AND l.voided IS NULL)
  OR EXISTS (SELECT 1 FROM round r JOIN step s ON s.round_id = r.id WHERE r.matter_id = ?1 AND s.activity_id = a.id
    AND r.voided IS NULL AND s.voided IS NULL))
ORDER BY a.since, a.id;
