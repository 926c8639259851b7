SELECT id, number, title, words, submitted_on FROM matter WHERE kind <> '社情民意' AND voided IS NULL ORDER BY id;
