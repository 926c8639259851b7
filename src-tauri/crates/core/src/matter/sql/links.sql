-- Matters that belong with one, the earlier ones first.
SELECT m.id, l.kind, l.matter_id = ?1 AS earlier, coalesce(m.title, m.words) AS title,
  coalesce(m.submitted_on, (SELECT min(s.happened_on) FROM matter_step s WHERE s.matter_id = m.id), '') AS day
FROM matter_link l JOIN matter m ON m.id = CASE WHEN l.matter_id = ?1 THEN l.earlier_id ELSE l.matter_id END
WHERE l.voided IS NULL AND m.voided IS NULL AND ?1 IN (l.matter_id, l.earlier_id) ORDER BY day, m.id;
