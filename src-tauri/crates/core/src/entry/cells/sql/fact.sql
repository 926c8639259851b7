-- A fact as a sentence names it.
SELECT label, voided FROM (
  SELECT 'person' AS kind, id, voided, name AS label FROM person
  UNION ALL SELECT 'activity', id, voided, since || ' ' || title FROM activity
  UNION ALL SELECT 'visit', id, voided, number FROM visit
  UNION ALL SELECT 'contact', c.id, c.voided, concat_ws(' ', c.happened_on,
    (SELECT group_concat(coalesce(p.name, d.name), '、' ORDER BY d.sort, d.id) FROM contact_deputy d
      LEFT JOIN person p ON p.id = d.person_id WHERE d.contact_id = c.id AND d.voided IS NULL), c.voter) FROM contact c
  UNION ALL SELECT 'standing_contact', s.id, s.voided, concat_ws(' ', p.name, r.name, o.name) FROM standing_contact s
    LEFT JOIN person p ON p.id = s.person_id LEFT JOIN resident r ON r.id = s.resident_id
    LEFT JOIN person o ON o.id = s.partner_id
  UNION ALL SELECT 'constituency_visit', v.id, v.voided, v.happened_on || ' 第' || c.number || '选区'
    FROM constituency_visit v JOIN constituency c ON c.id = v.constituency_id
  UNION ALL SELECT 'constituency', id, voided, '第' || number || '选区' FROM constituency
  UNION ALL SELECT 'deed', id, voided, concat_ws(' ', happened_on, substr(content, 1, 20)) FROM deed
  UNION ALL SELECT 'talk', id, voided, number FROM talk
  UNION ALL SELECT 'matter', id, voided, concat_ws(' ', number, substr(coalesce(title, words), 1, 20)) FROM matter
) WHERE kind = ?1 AND id = ?2;
