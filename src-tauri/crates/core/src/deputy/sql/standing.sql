SELECT * FROM membership WHERE person_id = ?1 AND kind = ?2 AND voided IS NULL
ORDER BY until IS NOT NULL, coalesce(since, '') DESC LIMIT 1;
