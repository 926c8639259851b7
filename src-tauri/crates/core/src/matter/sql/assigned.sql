-- The units that were to handle each matter.
SELECT r.matter_id, a.id, r.ordinal, a.role = '协办', u.name
FROM round r JOIN assignment a ON a.round_id = r.id LEFT JOIN unit u ON u.id = a.unit_id
WHERE r.voided IS NULL AND a.voided IS NULL AND (:ids IS NULL OR r.matter_id IN (SELECT value FROM json_each(:ids)))
ORDER BY r.matter_id, r.ordinal, a.id;
