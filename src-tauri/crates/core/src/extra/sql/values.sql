SELECT fact_id AS id, value FROM own_value WHERE own_column_id = ?1 AND voided IS NULL;
