-- Matters of a campaign.
SELECT fact_id FROM campaign_fact WHERE fact_kind = 'matter' AND campaign_id = ?1 AND voided IS NULL;
