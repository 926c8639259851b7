-- 建议、批评和意见: those open on any day of the period.
SELECT 'matter' AS fact_kind, m.id AS fact_id, m.confidential OR m.publicity IS '不公开' AS confidential,
  m.number AS "matter.no", m.period AS "matter.period", m.kind AS "matter.type",
  coalesce((SELECT CASE WHEN r.party_id IS NOT NULL THEN '接待选民' WHEN r.activity_id IS NOT NULL THEN '调研视察'
      WHEN r.person_id IS NULL THEN '走访' END
    FROM raised r WHERE r.matter_id = m.id AND r.voided IS NULL ORDER BY r.person_id IS NOT NULL, r.sort, r.id LIMIT 1), '代表自提')
    AS "matter.source",
  coalesce(m.title, m.words) AS "matter.title", l.lead AS "matter.lead", l.co AS "matter.co", f.opened_on AS "matter.submitted",
  (SELECT label FROM code WHERE id = m.category_id) AS "matter.category",
  CASE WHEN m.title IS NOT NULL THEN m.words END AS "matter.content", m.publicity AS "matter.publicity",
  m.repeated AS "matter.repeated", CASE m.talk_wanted WHEN 1 THEN '是' END AS "matter.talk_wanted",
  CASE m.no_written_reply WHEN 1 THEN '是' END AS "matter.no_written_reply",
  CASE m.supervised WHEN 1 THEN '是' END AS "matter.supervised", m.supervisor AS "matter.supervisor",
  m.congress_on AS "matter.congress_on", m.published_on AS "matter.published_on", f.handed_on AS "matter.handed",
  a.main AS "matter.unit", a.other AS "matter.co_unit", a.roles AS "matter.role", t.returned AS "matter.returned",
  f.due_on AS "matter.deadline", t.extended AS "matter.extended", t.talked AS "matter.talked", f.replied_on AS "matter.replied",
  (SELECT s.document FROM matter_step s WHERE s.matter_id = m.id AND s.document IS NOT NULL
    ORDER BY s.round DESC, s.happened_on DESC, s.id DESC LIMIT 1) AS "matter.document",
  f.reply AS "matter.outcome", (SELECT label FROM code WHERE id = f.result_id) AS "matter.result",
  f.told_on AS "matter.told", (SELECT label FROM code WHERE id = f.grade_id) AS "matter.satisfied",
  (SELECT label FROM code WHERE id = f.attitude_id) AS "matter.attitude", t.again AS "matter.again",
  t.replied_again AS "matter.replied_again", t.promised AS "matter.promised", t.followed AS "matter.followed",
  f.closed_on AS "matter.done", m.note AS "row.note"
FROM matter m
JOIN matter_life f ON f.matter_id = m.id
LEFT JOIN (
  SELECT d.matter_id, group_concat(coalesce(p.name, d.name), '、' ORDER BY d.sort, d.id) FILTER (WHERE d.role = '领衔') AS lead,
    group_concat(coalesce(p.name, d.name), '、' ORDER BY d.sort, d.id) FILTER (WHERE d.role = '附议') AS co
  FROM matter_deputy d LEFT JOIN person p ON p.id = d.person_id WHERE d.voided IS NULL GROUP BY d.matter_id
) l ON l.matter_id = m.id
LEFT JOIN (
  SELECT r.matter_id, group_concat(u.name, '、' ORDER BY a.id) FILTER (WHERE a.role <> '协办') AS main,
    group_concat(u.name, '、' ORDER BY a.id) FILTER (WHERE a.role = '协办') AS other,
    replace(group_concat(DISTINCT a.role), ',', '、') AS roles
  FROM round r JOIN assignment a ON a.round_id = r.id JOIN unit u ON u.id = a.unit_id
  WHERE r.voided IS NULL AND a.voided IS NULL GROUP BY r.matter_id
) a ON a.matter_id = m.id
LEFT JOIN (
  SELECT r.matter_id, group_concat(concat_ws(' ', s.happened_on, s.words), '；' ORDER BY s.happened_on, s.id)
      FILTER (WHERE s.kind = 'returned') AS returned,
    group_concat('是' || coalesce('（至' || s.due_on || '）', ''), '；' ORDER BY s.happened_on, s.id)
      FILTER (WHERE s.kind = 'extended') AS extended,
    min(s.happened_on) FILTER (WHERE s.kind = 'talked') AS talked,
    min(s.happened_on) FILTER (WHERE s.kind = 'handed' AND r.ordinal > 1) AS again,
    min(s.happened_on) FILTER (WHERE s.kind IN ('replied', 'answered') AND r.ordinal > 1) AS replied_again,
    group_concat(s.promised || coalesce('（' || s.promised_on || '前）', ''), '；' ORDER BY s.happened_on, s.id) AS promised,
    group_concat(concat_ws(' ', s.happened_on, s.words), '；' ORDER BY s.happened_on, s.id)
      FILTER (WHERE s.kind = 'followed') AS followed
  FROM round r JOIN step s ON s.round_id = r.id WHERE r.voided IS NULL AND s.voided IS NULL GROUP BY r.matter_id
) t ON t.matter_id = m.id
WHERE m.kind <> '社情民意' AND f.opened_on <= :to AND (f.closed_on IS NULL OR f.closed_on >= :from)
  AND (:campaign_id IS NULL OR EXISTS (SELECT 1 FROM campaign_fact c WHERE c.voided IS NULL
    AND c.campaign_id = :campaign_id AND c.fact_kind = 'matter' AND c.fact_id = m.id))
  AND (:site_id IS NULL OR EXISTS (SELECT 1 FROM matter_deputy d WHERE d.matter_id = m.id AND d.voided IS NULL
    AND d.role = '领衔' AND d.person_id IN (SELECT value FROM json_each(:site_people))))
  AND (:person_id IS NULL OR EXISTS (SELECT 1 FROM matter_deputy d
    WHERE d.matter_id = m.id AND d.voided IS NULL AND d.person_id = :person_id))
  AND (:team_id IS NULL OR EXISTS (SELECT 1 FROM matter_deputy d JOIN standing g ON g.person_id = d.person_id
    WHERE d.matter_id = m.id AND d.voided IS NULL AND g.kind = 'group' AND g.team_id = :team_id
      AND g.since <= :to AND g.until > :to))
ORDER BY f.opened_on, m.number, m.id;
