-- Who raised each matter and is to be told, in the order of their telling.
SELECT r.matter_id, r.id FROM raised r
WHERE r.voided IS NULL AND (:ids IS NULL OR r.matter_id IN (SELECT value FROM json_each(:ids)))
ORDER BY r.matter_id, r.sort, r.id;
