SELECT p.id FROM person p WHERE p.name = ?1 AND p.voided IS NULL
  AND EXISTS (SELECT 1 FROM mandate m WHERE m.person_id = p.id AND m.voided IS NULL) ORDER BY p.id;
