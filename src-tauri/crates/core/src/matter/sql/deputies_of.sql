-- Deputies of matters: 领衔, 附议, 接单.
SELECT d.matter_id, d.role, coalesce(p.name, d.name) FROM matter_deputy d LEFT JOIN person p ON p.id = d.person_id
WHERE d.voided IS NULL AND (:ids IS NULL OR d.matter_id IN (SELECT value FROM json_each(:ids)))
ORDER BY d.matter_id, d.sort, d.id;
