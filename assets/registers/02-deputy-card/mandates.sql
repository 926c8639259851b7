-- 任职: every seat that a person took up to :to, the highest level first.
SELECT 'mandate' AS fact_kind, m.id AS fact_id, m.person_id AS subject_id, coalesce(g.name,
    (SELECT name FROM congress WHERE level = m.level AND voided IS NULL LIMIT 1), m.level || '人民代表大会') AS "mandate.congress",
  m.level AS "mandate.level", '第' || t.ordinal || '届' AS "mandate.term",
  coalesce(m.since, t.since) AS "mandate.since", m.until AS "mandate.until",
  coalesce('第' || c.number || '选区', m.electing_body) AS "mandate.constituency", m.certificate AS "mandate.certificate",
  m.role AS "mandate.role",
  m.elected_on AS "mandate.elected_on", CASE m.re_elected WHEN 1 THEN '是' WHEN 0 THEN '否' END AS "mandate.re_elected",
  CASE m.began WHEN '补选' THEN '是' WHEN '当选' THEN '否' END AS "mandate.by_election",
  (SELECT label FROM code WHERE id = m.end_reason_id) AS "mandate.end_reason"
FROM mandate m JOIN seat s ON s.mandate_id = m.id
LEFT JOIN term t ON t.id = m.term_id
LEFT JOIN congress g ON g.id = t.congress_id
LEFT JOIN constituency c ON c.id = m.constituency_id
WHERE s.since <= :to AND (:person_id IS NULL OR m.person_id = :person_id)
ORDER BY s.rank, s.since DESC, m.id;
