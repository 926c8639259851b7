-- Pick lists: everything that a form may name, list by list, in the order of offering.
SELECT list, id, label, note FROM (
  SELECT 'deputies' AS list, p.id, p.name AS label, nullif(concat_ws(' ', '第' || min(c.number) || '选区', w.unit), '') AS note,
    min(c.number) AS place, min(m.id) AS sort
  FROM person p JOIN mandate m ON m.person_id = p.id AND m.voided IS NULL
  LEFT JOIN constituency c ON c.id = m.constituency_id
  LEFT JOIN membership w ON w.person_id = p.id AND w.kind = 'work' AND w.voided IS NULL AND w.until IS NULL
  WHERE p.voided IS NULL GROUP BY p.id
  UNION ALL SELECT 'sites', id, name, address, kind <> 'station', printf('%06d', sort) || id FROM site WHERE voided IS NULL
  UNION ALL SELECT 'villages', id, name || CASE kind WHEN 'village' THEN '村' ELSE '' END, NULL, sort, id FROM place
    WHERE voided IS NULL AND kind IN ('village', 'community')
  UNION ALL SELECT 'units', id, name, contact_person, sort, id FROM unit WHERE voided IS NULL
  UNION ALL SELECT 'teams', id, name, CASE kind WHEN 'delegation' THEN '代表团' END, sort, id FROM team WHERE voided IS NULL
  UNION ALL SELECT 'constituencies', c.id, '第' || c.number || '选区', (SELECT group_concat(p.name, '、' ORDER BY cp.sort)
      FROM constituency_place cp JOIN place p ON p.id = cp.place_id WHERE cp.constituency_id = c.id AND cp.voided IS NULL),
    c.number, c.id FROM constituency c WHERE c.voided IS NULL
  UNION ALL SELECT 'residents', r.id, r.name, (SELECT name FROM place WHERE id = r.place_id), 0, r.name || r.id FROM resident r
    WHERE r.voided IS NULL
  UNION ALL SELECT 'campaigns', id, name, since, 0, id FROM campaign WHERE voided IS NULL
  UNION ALL SELECT 'chat_groups', id, name, (SELECT name FROM place WHERE id = g.place_id), sort, id FROM chat_group g
    WHERE voided IS NULL
  UNION ALL SELECT 'sessions', s.id, g.level || '第' || t.ordinal || '届第' || s.ordinal || '次', s.since, 0,
      printf('%03d%03d', 999 - t.ordinal, 999 - s.ordinal)
    FROM session s JOIN term t ON t.id = s.term_id JOIN congress g ON g.id = t.congress_id WHERE s.voided IS NULL
  UNION ALL SELECT 'codes.' || list, id, label, nullif(standard, ''), sort, id FROM code WHERE hidden = 0 AND voided IS NULL
) ORDER BY list, place IS NULL, place, sort;
