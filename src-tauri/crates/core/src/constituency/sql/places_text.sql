SELECT coalesce(group_concat(p.name || CASE p.kind WHEN 'village' THEN '村' ELSE '' END || coalesce(cp.part, ''), '、' ORDER BY cp.sort), '')
FROM constituency_place cp JOIN place p ON p.id = cp.place_id WHERE cp.constituency_id = ?1 AND cp.voided IS NULL;
