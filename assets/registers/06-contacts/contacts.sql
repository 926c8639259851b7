-- 联系选民: contacts made in the period; beside them the receptions at which a deputy received voters of the own
-- constituency, marked with their number. These are no contacts: their people are counted in form 4 only.
WITH made AS (
  SELECT c.* FROM contact c WHERE c.voided IS NULL AND c.happened_on BETWEEN :from AND :to
    AND (:campaign_id IS NULL OR EXISTS (SELECT 1 FROM campaign_fact f WHERE f.voided IS NULL
      AND f.campaign_id = :campaign_id AND f.fact_kind = 'contact' AND f.fact_id = c.id))
), made_by AS (
  SELECT d.contact_id AS id, d.person_id, coalesce(p.name, d.name) AS name, d.sort, d.id AS key
  FROM made c JOIN contact_deputy d ON d.contact_id = c.id AND d.voided IS NULL LEFT JOIN person p ON p.id = d.person_id
), received AS (
  SELECT v.id, d.person_id, h.name, d.sort, d.id AS key, p.id AS party_id, p.sort AS party_sort, p.name AS party,
    l.name || CASE l.kind WHEN 'village' THEN '村' ELSE '' END AS village
  FROM visit v
  JOIN visit_deputy d ON d.visit_id = v.id AND d.voided IS NULL JOIN person h ON h.id = d.person_id
  JOIN party p ON p.visit_id = v.id AND p.voided IS NULL JOIN place l ON l.id = p.place_id
  WHERE v.voided IS NULL AND v.happened_on BETWEEN :from AND :to
    AND (:campaign_id IS NULL OR EXISTS (SELECT 1 FROM campaign_fact f WHERE f.voided IS NULL
      AND f.campaign_id = :campaign_id AND f.fact_kind = 'visit' AND f.fact_id = v.id))
    AND EXISTS (SELECT 1 FROM seat s JOIN constituency_place w ON w.constituency_id = s.constituency_id AND w.voided IS NULL
      WHERE s.person_id = d.person_id AND w.place_id = p.place_id AND s.since <= v.happened_on AND s.until > v.happened_on)
), who AS (
  SELECT 'contact' AS kind, id, person_id, name, sort, key FROM made_by
  UNION SELECT 'visit', id, person_id, name, sort, key FROM received
), together AS (
  SELECT kind, id, group_concat(name, '、' ORDER BY sort, key) AS names FROM who w
  GROUP BY kind, id
  HAVING (:person_id IS NULL OR sum(person_id IS :person_id) > 0)
    AND (:site_id IS NULL OR sum(person_id IN (SELECT value FROM json_each(:site_people))) > 0)
    AND (:team_id IS NULL OR sum(person_id IN (SELECT g.person_id FROM standing g WHERE g.kind = 'group'
      AND g.team_id = :team_id AND g.since <= :to AND g.until > :to)) > 0)
), voters AS (
  SELECT id, group_concat(party, '、' ORDER BY party_sort, party_id) AS names,
    group_concat(village, '、' ORDER BY party_sort, party_id) FILTER (WHERE same_village = 1) AS villages
  FROM (SELECT id, party_id, party_sort, coalesce(party, '匿名') AS party, village,
      row_number() OVER (PARTITION BY id, village ORDER BY party_sort, party_id) AS same_village
    FROM received GROUP BY id, party_id)
  GROUP BY id
), thing AS (
  SELECT r.contact_id, w.id AS visit_id, r.matter_id, min(r.sort) AS sort, min(r.id) AS key
  FROM raised r LEFT JOIN received w ON w.party_id = r.party_id
  WHERE r.voided IS NULL AND (r.contact_id IS NOT NULL OR w.id IS NOT NULL)
  GROUP BY r.contact_id, w.id, r.matter_id
), said AS (
  SELECT t.contact_id, t.visit_id, max(m.confidential) AS confidential,
    group_concat(coalesce(m.number, m.title), '、' ORDER BY t.sort, t.key) AS origin,
    group_concat(coalesce(m.words, m.title), '；' ORDER BY t.sort, t.key) AS words,
    group_concat((SELECT label FROM code WHERE id = f.route_id), '、' ORDER BY t.sort, t.key) AS routes,
    group_concat(nullif(concat_ws('：', (SELECT label FROM code WHERE id = f.result_id), f.reply), ''), '；'
      ORDER BY t.sort, t.key) AS outcome
  FROM thing t JOIN matter m ON m.id = t.matter_id AND m.voided IS NULL JOIN matter_life f ON f.matter_id = m.id
  GROUP BY t.contact_id, t.visit_id
)
SELECT 'contact' AS fact_kind, c.id AS fact_id, 1 AS counts, coalesce(s.confidential, 0) AS confidential, t.names AS "contact.deputy", c.happened_on AS "contact.date",
  coalesce((SELECT name || CASE kind WHEN 'village' THEN '村' ELSE '' END FROM place WHERE id = c.place_id), c.place)
    AS "contact.village",
  (SELECT label FROM code WHERE id = c.way_id) AS "contact.way",
  coalesce(c.voter, (SELECT name FROM resident WHERE id = c.resident_id), (SELECT name FROM person WHERE id = c.partner_id))
    AS "contact.voter",
  c.phone AS "contact.phone", c.people AS "contact.people", c.households AS "contact.households",
  c.promoted AS "contact.promoted", coalesce(c.opinion, s.words) AS "contact.opinion",
  (SELECT label FROM code WHERE id = c.route_id) AS "contact.route", s.origin AS "contact.origin",
  coalesce(c.outcome, s.outcome) AS "contact.outcome", c.reported_on AS "contact.reported_on",
  c.recorder AS "contact.recorder", nullif(concat_ws('；', c.note,
    CASE WHEN c.late_on IS NOT NULL THEN '补 ' || c.late_on || coalesce(' ' || c.late_reason, '') END), '') AS "row.note"
FROM made c JOIN together t ON t.kind = 'contact' AND t.id = c.id
LEFT JOIN said s ON s.contact_id = c.id
UNION ALL
SELECT 'visit', v.id, 0, v.confidential OR coalesce(s.confidential, 0), t.names, v.happened_on, w.villages, (SELECT label FROM code WHERE id = v.form_id),
  w.names, NULL, NULL, NULL, NULL, s.words, s.routes, v.number, s.outcome, NULL, v.recorder, '见接待登记'
FROM visit v JOIN together t ON t.kind = 'visit' AND t.id = v.id
JOIN voters w ON w.id = v.id
LEFT JOIN said s ON s.visit_id = v.id
ORDER BY "contact.date", fact_kind, fact_id;
