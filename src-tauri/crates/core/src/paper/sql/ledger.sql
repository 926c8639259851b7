-- 台账 of a period: every matter raised in it, in the order of its numbers; kind 建议 stands for all that deputies submit.
-- The deadline is that of the round whose answer is shown, the first; a later round opens none of it again.
SELECT m.id, coalesce(m.number, v.number) AS number, f.opened_on, m.kind,
  m.confidential OR EXISTS (SELECT 1 FROM raised r JOIN party p ON p.id = r.party_id JOIN visit w ON w.id = p.visit_id
    WHERE r.matter_id = m.id AND r.voided IS NULL AND w.confidential)
    OR (m.kind <> '社情民意' AND m.publicity IS '不公开') AS confidential,
  (SELECT group_concat(coalesce(p.name, c.voter, CASE WHEN p.id IS NOT NULL THEN '匿名' END), '、' ORDER BY r.sort, r.id)
    FROM raised r LEFT JOIN party p ON p.id = r.party_id LEFT JOIN contact c ON c.id = r.contact_id
    WHERE r.matter_id = m.id AND r.voided IS NULL) AS voters,
  (SELECT group_concat(coalesce(p.name, d.name), '、' ORDER BY d.sort, d.id) FROM matter_deputy d
    LEFT JOIN person p ON p.id = d.person_id WHERE d.matter_id = m.id AND d.voided IS NULL AND d.role = '领衔') AS lead,
  (SELECT group_concat(coalesce(p.name, d.name), '、' ORDER BY d.sort, d.id) FROM matter_deputy d
    LEFT JOIN person p ON p.id = d.person_id WHERE d.matter_id = m.id AND d.voided IS NULL AND d.role = '附议') AS co,
  CASE WHEN m.kind = '社情民意' THEN coalesce(m.words, m.title) ELSE coalesce(m.title, m.words) END AS words,
  (SELECT label FROM code WHERE id = m.category_id) AS category, (SELECT label FROM code WHERE id = f.route_id) AS route,
  f.units, f.handed_on,
  coalesce((SELECT s.due_on FROM matter_step s WHERE s.matter_id = m.id AND s.due_on IS NOT NULL
      AND s.kind IN ('handed', 'extended', 'restarted') AND s.round = (SELECT min(x.round) FROM matter_step x
        WHERE x.matter_id = m.id AND x.kind IN ('replied', 'answered'))
    ORDER BY s.happened_on DESC, s.sort DESC, s.id DESC LIMIT 1), f.due_on) AS due_on, f.replied_on, (SELECT label FROM code WHERE id = f.result_id) AS result,
  (SELECT label FROM code WHERE id = f.attitude_id) AS attitude, (SELECT label FROM code WHERE id = f.grade_id) AS grade,
  EXISTS (SELECT 1 FROM matter_step s WHERE s.matter_id = m.id AND s.kind = 'talked') AS talked,
  f.told_on, (SELECT label FROM code WHERE id = f.way_id) AS way, f.closed_on
FROM matter m JOIN matter_life f ON f.matter_id = m.id LEFT JOIN matter_visit v ON v.matter_id = m.id
WHERE f.opened_on BETWEEN :from AND :to AND (m.kind = '社情民意') = :opinions
ORDER BY coalesce(m.number, v.number) IS NULL, coalesce(m.number, v.number), f.opened_on, m.id;
