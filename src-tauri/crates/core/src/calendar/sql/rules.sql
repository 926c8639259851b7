-- 接待日规则 of one site, or of all.
SELECT * FROM reception_rule WHERE voided IS NULL AND (?1 IS NULL OR site_id = ?1) ORDER BY sort, id;
