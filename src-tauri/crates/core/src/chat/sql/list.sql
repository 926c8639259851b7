-- 微信群, with the deputies in charge and what came out of each.
SELECT g.id, g.name, (SELECT name FROM place WHERE id = g.place_id) AS area, g.members,
  coalesce((SELECT group_concat(coalesce(p.name, d.name), '、' ORDER BY d.sort, d.id) FROM chat_group_deputy d
    LEFT JOIN person p ON p.id = d.person_id WHERE d.chat_group_id = g.id AND d.voided IS NULL), '') AS deputy,
  (SELECT count(*) FROM visit v WHERE v.chat_group_id = g.id AND v.voided IS NULL) AS visits,
  (SELECT max(v.happened_on) FROM visit v WHERE v.chat_group_id = g.id AND v.voided IS NULL) AS last, g.note
FROM chat_group g WHERE g.voided IS NULL ORDER BY g.sort, g.id;
