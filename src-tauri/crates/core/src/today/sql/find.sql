-- 查找: everything that can be found, the newest of each kind first. `names` are found as names are typed, `words` as they
-- stand; `:kinds` is a list like `,person,visit,`, or nothing for all.
SELECT kind, id, label, note, names, words FROM (
  SELECT 1 AS place, 'person' AS kind, p.id, p.name AS label, p.name AS names, p.phone AS words, '' AS day,
    nullif(concat_ws(' ', '第' || min(c.number) || '选区', min(w.unit)), '') AS note
  FROM person p LEFT JOIN mandate m ON m.person_id = p.id AND m.voided IS NULL
  LEFT JOIN constituency c ON c.id = m.constituency_id
  LEFT JOIN membership w ON w.person_id = p.id AND w.kind = 'work' AND w.voided IS NULL AND w.until IS NULL
  WHERE p.voided IS NULL GROUP BY p.id
  UNION ALL
  SELECT 2, 'resident', r.id, r.name, r.name, concat_ws(' ', r.phone, r.address), '', coalesce((SELECT name FROM place WHERE id = r.place_id), r.address)
  FROM resident r WHERE r.voided IS NULL
  UNION ALL
  SELECT 3, 'visit', v.id, v.number || ' ' || v.happened_on, x.names, concat_ws(' ', v.number, x.phones,
    (SELECT group_concat(coalesce(m.words, m.title), ' ') FROM party q JOIN raised r ON r.party_id = q.id AND r.voided IS NULL
      JOIN matter m ON m.id = r.matter_id AND m.voided IS NULL WHERE q.visit_id = v.id AND q.voided IS NULL)), v.happened_on, x.names
  FROM visit v LEFT JOIN (SELECT visit_id, group_concat(coalesce(name, '匿名'), '、') AS names, group_concat(phone, ' ') AS phones
    FROM party WHERE voided IS NULL GROUP BY visit_id) x ON x.visit_id = v.id
  WHERE v.voided IS NULL
  UNION ALL
  SELECT 4, 'matter', m.id, coalesce(m.title, m.words), (SELECT group_concat(coalesce(p.name, d.name), '、') FROM matter_deputy d
    LEFT JOIN person p ON p.id = d.person_id WHERE d.matter_id = m.id AND d.voided IS NULL), concat_ws(' ', m.number, m.title, m.words),
    f.opened_on, concat_ws(' ', m.kind, m.number, f.opened_on)
  FROM matter m JOIN matter_life f ON f.matter_id = m.id
  UNION ALL
  SELECT 5, 'activity', a.id, a.title, NULL, concat_ws(' ', a.number, a.title, a.since, a.place, (SELECT name FROM site WHERE id = a.site_id)),
    a.since, concat_ws(' ', a.number, a.since) FROM activity a WHERE a.voided IS NULL
  UNION ALL
  SELECT 6, 'contact', c.id, concat_ws(' ', c.happened_on, coalesce((SELECT name FROM person WHERE id = c.partner_id), c.voter)),
    concat_ws('、', coalesce((SELECT name FROM person WHERE id = c.partner_id), c.voter), x.names), concat_ws(' ', c.opinion, c.promoted, c.phone), c.happened_on, x.names
  FROM contact c LEFT JOIN (SELECT d.contact_id, group_concat(coalesce(p.name, d.name), '、') AS names FROM contact_deputy d
    LEFT JOIN person p ON p.id = d.person_id WHERE d.voided IS NULL GROUP BY d.contact_id) x ON x.contact_id = c.id
  WHERE c.voided IS NULL
  UNION ALL
  SELECT 7, 'deed', e.id, e.content, x.names, e.content, coalesce(e.happened_on, ''), concat_ws(' ', e.happened_on, x.names)
  FROM deed e LEFT JOIN (SELECT d.deed_id, group_concat(coalesce(p.name, d.name), '、') AS names FROM deed_deputy d
    LEFT JOIN person p ON p.id = d.person_id WHERE d.voided IS NULL GROUP BY d.deed_id) x ON x.deed_id = e.id
  WHERE e.voided IS NULL
  UNION ALL
  SELECT 8, 'constituency', c.id, '第' || c.number || '选区', NULL, concat_ws(' ', '第' || c.number || '选区', c.name), '', c.name
  FROM constituency c WHERE c.voided IS NULL
  UNION ALL
  SELECT 9, 'campaign', c.id, c.name, c.name, NULL, coalesce(c.since, ''), c.since FROM campaign c WHERE c.voided IS NULL
  UNION ALL
  SELECT 10, 'session', s.id, g.level || '第' || t.ordinal || '届第' || s.ordinal || '次会议', NULL,
    g.level || '第' || t.ordinal || '届第' || s.ordinal || '次会议', coalesce(s.since, ''), s.since
  FROM session s JOIN term t ON t.id = s.term_id JOIN congress g ON g.id = t.congress_id WHERE s.voided IS NULL
  UNION ALL
  SELECT 11, 'talk', t.id, t.number || ' ' || t.subject, concat_ws('、', x.names,
      (SELECT group_concat(name, '、') FROM talk_party p WHERE p.talk_id = t.id AND p.voided IS NULL)),
    concat_ws(' ', t.number, t.subject, t.process), t.happened_on, concat_ws(' ', t.happened_on, x.names)
  FROM talk t LEFT JOIN (SELECT d.talk_id, group_concat(coalesce(p.name, d.name), '、') AS names FROM talk_deputy d
    LEFT JOIN person p ON p.id = d.person_id WHERE d.voided IS NULL GROUP BY d.talk_id) x ON x.talk_id = t.id
  WHERE t.voided IS NULL
  UNION ALL
  SELECT 12, 'chat_group', g.id, g.name, g.name, NULL, '', (SELECT name FROM place WHERE id = g.place_id)
  FROM chat_group g WHERE g.voided IS NULL
) WHERE :kinds IS NULL OR instr(:kinds, ',' || kind || ',') ORDER BY place, day DESC, id DESC;
