-- 接待走访: visits and letters, the newest first, each with what was raised in it; voided ones keep their number.
SELECT json_object('id', v.id, 'number', v.number, 'date', v.happened_on,
  'place', (SELECT name FROM site WHERE id = v.site_id),
  'deputies', json((SELECT json_group_array(coalesce(p.name, d.name) ORDER BY d.sort, d.id)
    FROM visit_deputy d LEFT JOIN person p ON p.id = d.person_id WHERE d.visit_id = v.id AND d.voided IS NULL)),
  'visitor', (SELECT group_concat(coalesce(p.name, '匿名'), '、' ORDER BY p.sort, p.id) FROM party p
    WHERE p.visit_id = v.id AND p.voided IS NULL),
  'village', (SELECT l.name FROM party p JOIN place l ON l.id = p.place_id
    WHERE p.visit_id = v.id AND p.voided IS NULL ORDER BY p.sort, p.id LIMIT 1),
  'phone', (SELECT p.phone FROM party p WHERE p.visit_id = v.id AND p.voided IS NULL AND p.phone IS NOT NULL
    ORDER BY p.sort, p.id LIMIT 1),
  'people', v.people, 'form', (SELECT label FROM code WHERE id = v.form_id),
  'recorder', v.recorder, 'voided', json(CASE WHEN v.voided IS NULL THEN 'false' ELSE 'true' END),
  'matters', json((SELECT json_group_array(json_object('content', coalesce(m.words, m.title),
      'category', (SELECT label FROM code WHERE id = m.category_id), 'nature', m.nature_id,
      'route', (SELECT label FROM code WHERE id = f.route_id), 'unit', f.units,
      'closed', (SELECT max(s.happened_on) FROM matter_step s WHERE s.matter_id = m.id AND s.kind = 'closed'),
      'satisfied', (SELECT label FROM code WHERE id = f.grade_id),
      'id', m.id, 'handed', f.handed_on) ORDER BY x.first)
    FROM (SELECT r.matter_id, min(r.id) AS first FROM party p JOIN raised r ON r.party_id = p.id
      WHERE p.visit_id = v.id AND p.voided IS NULL AND r.voided IS NULL GROUP BY r.matter_id) x
    JOIN matter m ON m.id = x.matter_id LEFT JOIN matter_life f ON f.matter_id = m.id))) AS json
FROM visit v
WHERE (:from IS NULL OR v.happened_on >= :from) AND (:to IS NULL OR v.happened_on <= :to)
  AND (:site_id IS NULL OR v.site_id = :site_id)
  AND (:campaign_id IS NULL OR EXISTS (SELECT 1 FROM campaign_fact f WHERE f.fact_kind = 'visit' AND f.fact_id = v.id
    AND f.campaign_id = :campaign_id AND f.voided IS NULL))
ORDER BY v.happened_on DESC, v.number DESC;
