-- What was ever said of a deputy's part in a fact, also what was taken back.
SELECT * FROM review WHERE fact_kind = ?1 AND fact_id = ?2 AND person_id = ?3;
