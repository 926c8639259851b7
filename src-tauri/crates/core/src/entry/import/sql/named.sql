SELECT id, '站点' AS what, name AS label FROM site WHERE voided IS NULL
UNION ALL SELECT id, CASE kind WHEN 'village' THEN '村' WHEN 'community' THEN '社区' ELSE '地点' END,
  name || CASE kind WHEN 'village' THEN '村' ELSE '' END FROM place WHERE voided IS NULL
UNION ALL SELECT id, CASE kind WHEN 'group' THEN '代表小组' ELSE '代表团' END, name FROM team WHERE voided IS NULL
UNION ALL SELECT id, '单位', name FROM unit WHERE voided IS NULL
UNION ALL SELECT id, '字典条目', label FROM code WHERE voided IS NULL
UNION ALL SELECT id, '选区', '第' || number || '选区' FROM constituency WHERE voided IS NULL
UNION ALL SELECT t.id, '届次', c.level || '第' || t.ordinal || '届' FROM term t JOIN congress c ON c.id = t.congress_id WHERE t.voided IS NULL
UNION ALL SELECT s.id, '会次', '第' || t.ordinal || '届第' || s.ordinal || '次' FROM session s JOIN term t ON t.id = s.term_id WHERE s.voided IS NULL;
