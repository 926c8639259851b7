-- 案卷: a matter with words for its codes; the number is its own, else that of the first visit that raised it.
SELECT m.id, m.kind, coalesce(m.number, v.number) AS number, m.title, coalesce(m.words, m.title, '') AS words,
  (SELECT label FROM code WHERE id = m.category_id) AS category,
  f.opened_on, f.due_on, f.replied_on, f.closed_on, m.period, m.publicity, m.repeated, m.talk_wanted, m.no_written_reply,
  m.petition, m.confidential OR EXISTS (SELECT 1 FROM raised r JOIN party p ON p.id = r.party_id
    JOIN visit w ON w.id = p.visit_id WHERE r.matter_id = m.id AND r.voided IS NULL AND w.confidential) AS confidential,
  t.ordinal AS term, s.ordinal AS session
FROM matter m JOIN matter_life f ON f.matter_id = m.id LEFT JOIN matter_visit v ON v.matter_id = m.id
LEFT JOIN session s ON s.id = m.session_id LEFT JOIN term t ON t.id = s.term_id
WHERE m.id = ?1;
