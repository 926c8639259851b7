-- Every column of a kind of fact, with what one fact has in it.
SELECT c.*, v.value FROM own_column c
LEFT JOIN own_value v ON v.own_column_id = c.id AND v.fact_id = ?2 AND v.voided IS NULL
WHERE c.fact_kind = ?1 AND c.voided IS NULL ORDER BY c.sort, c.id;
