-- 联系选民: whom deputies kept in touch with on some day of the period, residents first, then (结对) deputies. 已联系 counts
-- the contacts of the same two in the year of :to, up to :to.
WITH kept AS (
  SELECT k.*,
    (SELECT c.number FROM seat s JOIN constituency c ON c.id = s.constituency_id
      WHERE s.person_id = k.person_id AND s.since <= :to AND s.until > :from ORDER BY s.own DESC, s.rank DESC LIMIT 1) AS district
  FROM standing_contact k
  WHERE k.voided IS NULL AND coalesce(k.since, '') <= :to AND coalesce(k.until, '9999') >= :from
    AND (:person_id IS NULL OR :person_id IN (k.person_id, k.partner_id))
    AND (:campaign_id IS NULL OR EXISTS (SELECT 1 FROM campaign_fact f WHERE f.voided IS NULL
      AND f.campaign_id = :campaign_id AND f.fact_kind = 'standing_contact' AND f.fact_id = k.id))
    AND (:site_id IS NULL OR k.person_id IN (SELECT value FROM json_each(:site_people)))
    AND (:team_id IS NULL OR EXISTS (SELECT 1 FROM standing g WHERE g.person_id = k.person_id AND g.kind = 'group'
      AND g.team_id = :team_id AND g.since <= :to AND g.until > :to))
)
SELECT 'standing_contact' AS fact_kind, k.id AS fact_id, p.name AS "standing.deputy",
  '第' || k.district || '选区' AS "standing.constituency", coalesce(r.name, o.name) AS "standing.voter",
  coalesce(r.sex, o.sex) AS "standing.sex", substr(coalesce(r.birth, o.birth), 1, 4) AS "standing.birth",
  (SELECT label FROM code WHERE id = coalesce(r.party_id, o.party_id)) AS "standing.party", r.household AS "standing.household",
  CASE WHEN l.id IS NULL OR instr(r.address, l.name) > 0 THEN r.address
    ELSE l.name || CASE l.kind WHEN 'village' THEN '村' ELSE '' END || coalesce(r.address, '') END AS "standing.address",
  coalesce(r.phone, o.phone) AS "standing.phone",
  coalesce((SELECT label FROM code WHERE id = k.kind_id), CASE WHEN k.partner_id IS NOT NULL THEN '代表结对' END)
    AS "standing.kind",
  k.since AS "standing.since", k.until AS "standing.until", k.target AS "standing.target",
  (SELECT count(DISTINCT c.id) FROM contact c JOIN contact_deputy d ON d.contact_id = c.id
    WHERE c.voided IS NULL AND d.voided IS NULL AND d.person_id = k.person_id
      AND (c.resident_id = k.resident_id OR c.partner_id = k.partner_id)
      AND c.happened_on BETWEEN substr(:to, 1, 4) AND :to) AS "standing.made",
  k.situation AS "standing.situation", nullif(concat_ws('；', k.note, r.note), '') AS "row.note"
FROM kept k
JOIN person p ON p.id = k.person_id
LEFT JOIN resident r ON r.id = k.resident_id
LEFT JOIN place l ON l.id = r.place_id
LEFT JOIN person o ON o.id = k.partner_id
ORDER BY k.district IS NULL, k.district, k.person_id, k.partner_id IS NOT NULL, k.since, k.id;
