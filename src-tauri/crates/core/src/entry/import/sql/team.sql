SELECT * FROM team WHERE voided IS NULL AND (kind = 'group' AND name = ?1 OR kind <> 'group' AND name = ?2) ORDER BY kind = 'group' DESC LIMIT 1;
