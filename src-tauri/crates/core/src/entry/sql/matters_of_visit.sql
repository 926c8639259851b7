SELECT DISTINCT m.id FROM party p JOIN raised r ON r.party_id = p.id AND r.voided IS NULL
JOIN matter m ON m.id = r.matter_id AND m.voided IS NULL WHERE p.visit_id = ?1 ORDER BY m.id;
