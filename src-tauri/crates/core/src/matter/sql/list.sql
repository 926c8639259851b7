-- 事项: everything raised, the newest first, with what its steps say; `kinds` are those of the newest round.
SELECT json_object('id', m.id, 'no', m.number, 'kind', m.kind, 'title', coalesce(m.title, m.words),
  'words', m.words, 'lead', (SELECT group_concat(coalesce(p.name, d.name), '、' ORDER BY d.sort, d.id) FROM matter_deputy d
    LEFT JOIN person p ON p.id = d.person_id WHERE d.matter_id = m.id AND d.voided IS NULL AND d.role = '领衔'),
  'co', json((SELECT json_group_array(coalesce(p.name, d.name) ORDER BY d.sort, d.id) FROM matter_deputy d
    LEFT JOIN person p ON p.id = d.person_id WHERE d.matter_id = m.id AND d.voided IS NULL AND d.role = '附议')),
  'visitor', CASE WHEN v.matter_id IS NOT NULL THEN coalesce(v.party, '匿名')
    ELSE (SELECT c.voter FROM raised r JOIN contact c ON c.id = r.contact_id WHERE r.matter_id = m.id AND r.voided IS NULL
      ORDER BY r.id LIMIT 1) END,
  'source', coalesce(v.number, (SELECT coalesce('活动 ' || coalesce(a.number, a.title), '联系 ' || c.happened_on,
      '走访第' || k.number || '选区 ' || w.happened_on) FROM raised r LEFT JOIN activity a ON a.id = r.activity_id
    LEFT JOIN contact c ON c.id = r.contact_id LEFT JOIN constituency_visit w ON w.id = r.constituency_visit_id
    LEFT JOIN constituency k ON k.id = w.constituency_id
    WHERE r.matter_id = m.id AND r.voided IS NULL AND r.party_id IS NULL AND r.person_id IS NULL ORDER BY r.id LIMIT 1),
    CASE WHEN m.kind <> '社情民意' THEN '代表提出' END),
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
  AND (:campaign_id IS NULL OR EXISTS (SELECT 1 FROM campaign_fact t WHERE t.fact_kind = 'matter' AND t.fact_id = m.id
    AND t.campaign_id = :campaign_id AND t.voided IS NULL))
ORDER BY f.opened_on DESC, m.number DESC, m.id DESC;
