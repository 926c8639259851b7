-- Visits of the period and the matters counted there: begins every query of this report. A matter counts at the visit that
-- first raised it (matter_visit), as in the month's report; raised again it is listed again, and not counted again.
WITH chosen AS (
  SELECT v.* FROM visit v
  WHERE v.voided IS NULL AND v.happened_on BETWEEN :from AND :to AND (:site_id IS NULL OR v.site_id = :site_id)
    AND (:campaign_id IS NULL OR EXISTS (SELECT 1 FROM campaign_fact f WHERE f.voided IS NULL
      AND f.campaign_id = :campaign_id AND f.fact_kind = 'visit' AND f.fact_id = v.id))
    AND (:person_id IS NULL OR EXISTS (SELECT 1 FROM visit_deputy d
      WHERE d.visit_id = v.id AND d.voided IS NULL AND d.person_id = :person_id))
    AND (:team_id IS NULL OR EXISTS (SELECT 1 FROM visit_deputy d JOIN standing g ON g.person_id = d.person_id
      WHERE d.visit_id = v.id AND d.voided IS NULL AND g.kind = 'group' AND g.team_id = :team_id
        AND g.since <= :to AND g.until > :to))
), counted AS (
  SELECT r.matter_id, r.visit_id, m.category_id, f.route_id
  FROM matter_visit r JOIN matter m ON m.id = r.matter_id JOIN matter_life f ON f.matter_id = m.id
  WHERE r.visit_id IN (SELECT id FROM chosen)
)
