SELECT * FROM membership WHERE voided IS NULL AND kind = 'work' AND until IS NULL ORDER BY coalesce(since, ''), id;
