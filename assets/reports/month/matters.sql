-- 收集意见和办理: matters raised through visits and letters; each belongs to the day and site of the visit that first raised
-- it. A closing before that day counts on it, so that 上月结转 + 收集 − 办结 = 正在办理 always holds. Satisfied is who said so by
-- the end of the period: a later word changes no month that is over.
WITH life AS (
  SELECT v.matter_id, v.raised_on, s.name AS site, v.number, coalesce(v.party, '匿名') AS who, coalesce(m.words, m.title) AS what,
    f.route_id, f.units, max(f.closed_on, v.raised_on) AS closed_on,
    CASE (SELECT s.grade_id FROM matter_step s WHERE s.matter_id = v.matter_id AND s.grade_id IS NOT NULL AND s.happened_on <= :to
      AND s.round >= (SELECT max(x.round) FROM matter_step x WHERE x.matter_id = v.matter_id AND x.happened_on <= :to
        AND x.kind IN ('replied', 'answered', 'guided'))
    ORDER BY s.round DESC, s.happened_on DESC, s.sort DESC, s.id DESC LIMIT 1)
    WHEN 'grade.satisfied' THEN '满意' WHEN 'grade.mostly' THEN '基本满意' WHEN 'grade.not' THEN '不满意' END AS grade
  FROM matter_visit v
  JOIN matter m ON m.id = v.matter_id
  JOIN matter_life f ON f.matter_id = v.matter_id
  LEFT JOIN site s ON s.id = v.site_id
  WHERE v.raised_on <= :to
    AND (:campaign_id IS NULL OR EXISTS (SELECT 1 FROM campaign_fact c WHERE c.voided IS NULL AND c.campaign_id = :campaign_id
      AND (c.fact_kind = 'matter' AND c.fact_id = v.matter_id OR c.fact_kind = 'visit' AND c.fact_id = v.visit_id)))
), counted AS (
  SELECT 'raised' AS figure, l.* FROM life l WHERE raised_on >= :from
  UNION ALL SELECT 'on_the_spot', l.* FROM life l WHERE raised_on >= :from AND route_id = 'route.on_the_spot'
  UNION ALL SELECT 'handed_on', l.* FROM life l WHERE raised_on >= :from AND route_id IN ('route.township', 'route.village')
  UNION ALL SELECT 'opening', l.* FROM life l WHERE raised_on < :from AND (closed_on IS NULL OR closed_on >= :from)
  UNION ALL SELECT 'closed', l.* FROM life l WHERE closed_on BETWEEN :from AND :to
  UNION ALL SELECT 'open_at_end', l.* FROM life l WHERE closed_on IS NULL OR closed_on > :to
  UNION ALL SELECT 'closed_of_raised', l.* FROM life l WHERE raised_on >= :from AND closed_on <= :to
  UNION ALL SELECT 'satisfied.' || grade, l.* FROM life l WHERE closed_on BETWEEN :from AND :to AND grade IS NOT NULL
)
SELECT c.figure, 'matter' AS fact_kind, c.matter_id AS fact_id, 1 AS amount, c.site, c.raised_on AS date, c.number, c.who, c.what,
  concat_ws('；', (SELECT label FROM code WHERE id = c.route_id), c.units, c.closed_on || '办结', c.grade) AS state
FROM counted c ORDER BY date, number;
