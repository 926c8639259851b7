SELECT * FROM own_column WHERE voided IS NULL AND (?1 IS NULL OR fact_kind = ?1) ORDER BY fact_kind, sort, id;
