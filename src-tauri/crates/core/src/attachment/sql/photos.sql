-- The one photo of each of these persons (a JSON list of keys).
SELECT fact_id AS person_id, content FROM attachment
WHERE fact_kind = 'person' AND role = 'photo' AND voided IS NULL AND fact_id IN (SELECT value FROM json_each(?1));
