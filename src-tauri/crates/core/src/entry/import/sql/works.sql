SELECT m.* FROM membership m JOIN person p ON p.id = m.person_id
WHERE (m.voided IS NULL OR p.voided IS NOT NULL) AND m.kind = 'work' AND m.until IS NULL ORDER BY coalesce(m.since, ''), m.id;
