-- 履职: every deputy's part in every fact that counts (view part), one row for each deputy and fact; those who were excused
-- or absent stand beside them and count in none of the thirteen. Days are half days. Of a site: what happened there, and
-- what the deputies of that site did elsewhere; suggestions go with their lead, as in form 10. Whom a deputy
-- received in person on a day that is no reception day (平时接待) is a line of its own. The public edition does not say
-- whom a deputy contacted, nor what was said.
WITH mine AS (
  SELECT p.fact_kind, p.fact_id, p.person_id, p.day, p.site_id, p.category_id, 1 AS counts, NULL AS reason,
    CASE WHEN p.fact_kind = 'activity' THEN CASE p.sits_in WHEN 1 THEN '列席' ELSE '出席' END END AS attendance
  FROM part p
  UNION ALL
  SELECT 'activity', a.id, t.person_id, a.since, a.site_id, coalesce(k.counts_as, 'performance.13'), 0, t.reason,
    CASE t.status WHEN 'excused' THEN '请假' ELSE '缺席' END
  FROM attendance t JOIN activity a ON a.id = t.activity_id JOIN code k ON k.id = a.kind_id
  WHERE t.voided IS NULL AND a.voided IS NULL AND a.held IS NOT 0 AND t.status IN ('excused', 'absent')
    AND t.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM visit v JOIN visit_deputy d ON d.visit_id = v.id
      WHERE v.activity_id = t.activity_id AND v.voided IS NULL AND d.voided IS NULL AND d.person_id = t.person_id)
  UNION ALL
  SELECT 'visit', v.id, d.person_id, v.happened_on, v.site_id, 'performance.07', 1, NULL, NULL
  FROM visit v JOIN visit_deputy d ON d.visit_id = v.id
  WHERE v.activity_id IS NULL AND v.voided IS NULL AND d.voided IS NULL AND d.person_id IS NOT NULL
    AND coalesce(v.form_id, '') NOT IN ('visit_form.letter', 'visit_form.call', 'visit_form.group', 'visit_form.brought')
), here AS (
  SELECT x.*, (SELECT max(t.half_days) FROM attendance t
      WHERE x.fact_kind = 'activity' AND t.activity_id = x.fact_id AND t.person_id = x.person_id AND t.voided IS NULL) AS own_half_days
  FROM mine x
  WHERE x.day BETWEEN :from AND :to AND x.day <= :today AND (:person_id IS NULL OR x.person_id = :person_id)
    AND (:campaign_id IS NULL OR EXISTS (SELECT 1 FROM campaign_fact f WHERE f.voided IS NULL
      AND f.campaign_id = :campaign_id AND f.fact_kind = x.fact_kind AND f.fact_id = x.fact_id))
    AND (:site_id IS NULL OR CASE WHEN x.fact_kind IN ('activity', 'visit') THEN x.site_id = :site_id
      WHEN x.fact_kind = 'matter' THEN EXISTS (SELECT 1 FROM matter_deputy l WHERE l.matter_id = x.fact_id AND l.voided IS NULL
        AND l.role = '领衔' AND l.person_id IN (SELECT value FROM json_each(:site_people)))
      ELSE x.person_id IN (SELECT value FROM json_each(:site_people)) END)
)
SELECT x.fact_kind, x.fact_id, x.person_id AS subject_id, x.counts, k.sort AS place,
  coalesce(m.confidential OR m.publicity IS '不公开', q.confidential, 0) AS confidential, x.day AS "performance.date",
  k.label AS "performance.kind",
  CASE x.fact_kind
    WHEN 'activity' THEN CASE WHEN a.kind_id = 'activity.reception_day' THEN
        coalesce('在' || coalesce(s.name, a.place), '') || '接待选民'
        || (SELECT CASE WHEN count(*) > 0 THEN count(*) || '批' || sum(v.people) || '人' ELSE '' END
          FROM visit v JOIN visit_deputy h ON h.visit_id = v.id
          WHERE v.activity_id = a.id AND v.voided IS NULL AND h.voided IS NULL AND h.person_id = x.person_id)
      ELSE a.title || coalesce('（' || coalesce(s.name, a.place) || '）', '') END
    WHEN 'visit' THEN coalesce('在' || s.name, '') || '平时接待选民' || coalesce(b.people || '人', '')
    WHEN 'matter' THEN d.role || m.kind || '：' || coalesce(m.title, m.words) || coalesce('（' || m.number || '）', '')
    WHEN 'contact' THEN CASE WHEN c.partner_id IS NOT NULL THEN '联系代表' ELSE '联系选民' END
      || CASE WHEN :public THEN '' ELSE coalesce((SELECT name FROM person WHERE id = c.partner_id), c.voter, '') END
      || coalesce('（' || w.label || '）', '') || CASE WHEN :public THEN '' ELSE coalesce('：' || c.opinion, '') END
    WHEN 'constituency_visit' THEN '走访第' || o.number || '选区' || coalesce('（' || i.places || '）', '')
      || coalesce('，' || i.households || '户', '') || coalesce('，座谈' || i.people || '人', '')
    WHEN 'talk' THEN '谈心调解' || coalesce('（' || y.label || '）', '')
      || CASE WHEN :public OR q.confidential THEN '' ELSE '：' || q.subject END || coalesce('，' || z.label, '')
    WHEN 'deed' THEN e.content || coalesce('（' || nullif(concat_ws('、', '受益' || e.households || '户', e.people || '人'), '') || '）', '')
  END AS "performance.content",
  x.attendance AS "performance.attendance",
  CASE WHEN x.counts THEN coalesce(x.own_half_days, a.half_days) END AS "performance.days",
  (SELECT r.status || coalesce('（' || r.reviewer || '）', '') FROM review r
    WHERE r.voided IS NULL AND r.fact_kind = x.fact_kind AND r.fact_id = x.fact_id AND r.person_id = x.person_id)
    AS "performance.review",
  (SELECT nullif(count(*), 0) || '份' FROM attachment f
    WHERE f.voided IS NULL AND f.fact_kind = x.fact_kind AND f.fact_id = x.fact_id) AS "performance.evidence",
  nullif(concat_ws('；', x.reason, CASE WHEN x.counts AND a.kind_id = 'activity.reception_day' AND a.held IS NULL
    AND EXISTS (SELECT 1 FROM duty u WHERE u.activity_id = a.id AND u.person_id = x.person_id AND u.confirmed = 0)
    THEN '按值班表,未确认' END), '') AS "row.note"
FROM here x
JOIN code k ON k.id = x.category_id
LEFT JOIN activity a ON x.fact_kind = 'activity' AND a.id = x.fact_id
LEFT JOIN visit b ON x.fact_kind = 'visit' AND b.id = x.fact_id
LEFT JOIN site s ON s.id = coalesce(a.site_id, b.site_id)
LEFT JOIN matter m ON x.fact_kind = 'matter' AND m.id = x.fact_id
LEFT JOIN matter_deputy d ON d.id = (SELECT id FROM matter_deputy l WHERE l.matter_id = m.id AND l.person_id = x.person_id
  AND l.voided IS NULL AND l.role IN ('领衔', '附议') ORDER BY l.role = '附议', l.id LIMIT 1)
LEFT JOIN contact c ON x.fact_kind = 'contact' AND c.id = x.fact_id
LEFT JOIN code w ON w.id = c.way_id
LEFT JOIN constituency_visit i ON x.fact_kind = 'constituency_visit' AND i.id = x.fact_id
LEFT JOIN constituency o ON o.id = i.constituency_id
LEFT JOIN talk q ON x.fact_kind = 'talk' AND q.id = x.fact_id
LEFT JOIN code y ON y.id = q.kind_id
LEFT JOIN code z ON z.id = q.result_id
LEFT JOIN deed e ON x.fact_kind = 'deed' AND e.id = x.fact_id
ORDER BY x.day, x.fact_id;
