SELECT s.* FROM round r JOIN step s ON s.round_id = r.id
WHERE r.matter_id = ?1 AND r.voided IS NULL AND s.voided IS NULL ORDER BY r.ordinal, s.happened_on, s.sort, s.id;
