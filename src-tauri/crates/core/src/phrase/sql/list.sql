SELECT id, list, title, body, sort FROM phrase WHERE voided IS NULL ORDER BY list, sort, id;
