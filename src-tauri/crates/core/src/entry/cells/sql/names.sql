-- Names of persons (a JSON list of keys), in that order.
SELECT p.name FROM json_each(?1) k JOIN person p ON p.id = k.value ORDER BY k.key;
