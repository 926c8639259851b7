-- 事项: everything raised, the newest first, with what its steps say; `kinds` are those of the newest round.
SELECT json_object('id', m.id, 'no', m.number, 'kind', m.kind, 'title', coalesce(m.title, m.words),
  'words', m.words, 'lead', (SELECT group_concat(coalesce(p.name, d.name), '、' ORDER BY d.sort, d.id) FROM matter_deputy d
    LEFT JOIN person p ON p.id = d.person_id WHERE d.matter_id = m.id AND d.voided IS NULL AND d.role = '领衔'),
  'co', json((SELECT json_group_array(coalesce(p.name, d.name) ORDER BY d.sort, d.id) FROM matter_deputy d
    LEFT JOIN person p ON p.id = d.person_id WHERE d.matter_id = m.id AND d.voided IS NULL AND d.role = '附议')),
  'visitor', CASE WHEN v.matter_id IS NOT NULL THEN coalesce(v.party, '匿名') END,
  'source', CASE WHEN v.matter_id IS NOT NULL THEN v.number WHEN m.kind <> '社情民意' THEN '代表提出' END,
  'submitted', coalesce(f.opened_on, ''), 'handed', f.handed_on, 'unit', f.units, 'replied', f.replied_on,
  'result', (SELECT label FROM code WHERE id = f.result_id), 'satisfied', (SELECT label FROM code WHERE id = f.grade_id),
  'closed', f.closed_on,
  'kinds', json((SELECT json_group_array(s.kind) FROM matter_step s WHERE s.matter_id = m.id AND s.round = (
    SELECT max(r.ordinal) FROM round r WHERE r.matter_id = m.id AND r.voided IS NULL)))) AS json
FROM matter m
JOIN matter_life f ON f.matter_id = m.id
LEFT JOIN matter_visit v ON v.matter_id = m.id
WHERE (:id IS NULL OR m.id = :id) AND (:kind IS NULL OR m.kind = :kind OR (:kind = '建议' AND m.kind <> '社情民意'))
  AND (:from IS NULL OR f.opened_on >= :from) AND (:to IS NULL OR f.opened_on <= :to)
ORDER BY f.opened_on DESC, m.number DESC, m.id DESC;
