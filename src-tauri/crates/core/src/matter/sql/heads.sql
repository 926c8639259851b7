-- Matters, whether voters said them, whether they are handled as petitions.
SELECT m.id, m.kind = '社情民意', m.petition FROM matter m
WHERE m.voided IS NULL AND (:ids IS NULL OR m.id IN (SELECT value FROM json_each(:ids)));
