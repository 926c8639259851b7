SELECT * FROM attachment WHERE fact_kind = ?1 AND fact_id = ?2 AND voided IS NULL ORDER BY role = 'file', sort, id;
