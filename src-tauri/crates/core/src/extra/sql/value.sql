SELECT * FROM own_value WHERE own_column_id = ?1 AND fact_id = ?2;
