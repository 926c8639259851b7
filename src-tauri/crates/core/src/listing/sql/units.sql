-- 单位.
SELECT name, contact_person, phone FROM unit WHERE voided IS NULL ORDER BY sort, id;
