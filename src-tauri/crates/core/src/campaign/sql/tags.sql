SELECT f.* FROM campaign_fact f JOIN campaign c ON c.id = f.campaign_id
WHERE f.fact_kind = ?1 AND f.fact_id = ?2 AND f.voided IS NULL AND c.voided IS NULL ORDER BY f.id;
