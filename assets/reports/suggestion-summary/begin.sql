-- Suggestions put forward in the period, as they stand today: begins every query of this report. `answered_on` is the reply,
-- or the closing where none was wanted. `late` is decided for screen, ledger and report alike (`matter::late`) and given as
-- JSON by the matter's key; NULL where nobody said a deadline.
WITH overdue AS MATERIALIZED (SELECT key AS matter_id, value AS late FROM json_each(:late)),
put AS (
  SELECT m.*, f.opened_on, f.handed_on,
    -- The deadline of the round whose answer is shown, as in the ledger.
    coalesce((SELECT s.due_on FROM matter_step s WHERE s.matter_id = m.id AND s.due_on IS NOT NULL
        AND s.kind IN ('handed', 'extended', 'restarted') AND s.round = (SELECT min(x.round) FROM matter_step x
          WHERE x.matter_id = m.id AND x.kind IN ('replied', 'answered'))
      ORDER BY s.happened_on DESC, s.sort DESC, s.id DESC LIMIT 1), f.due_on) AS due_on, f.replied_on, f.closed_on, f.reply, f.result_id, f.grade_id, f.attitude_id,
    coalesce(f.replied_on, f.closed_on) AS answered_on,
    EXISTS (SELECT 1 FROM matter_step s WHERE s.matter_id = m.id AND s.kind = 'talked') AS talked,
    (SELECT o.late FROM overdue o WHERE o.matter_id = m.id) AS late
  FROM matter m JOIN matter_life f ON f.matter_id = m.id
  WHERE m.kind <> '社情民意' AND f.opened_on BETWEEN :from AND :to
    AND (:campaign_id IS NULL OR EXISTS (SELECT 1 FROM campaign_fact c WHERE c.voided IS NULL
      AND c.campaign_id = :campaign_id AND c.fact_kind = 'matter' AND c.fact_id = m.id))
    AND (:site_id IS NULL OR EXISTS (SELECT 1 FROM matter_deputy d WHERE d.matter_id = m.id AND d.voided IS NULL
      AND d.role = '领衔' AND d.person_id IN (SELECT value FROM json_each(:site_people))))
    AND (:person_id IS NULL OR EXISTS (SELECT 1 FROM matter_deputy d
      WHERE d.matter_id = m.id AND d.voided IS NULL AND d.person_id = :person_id))
    AND (:team_id IS NULL OR EXISTS (SELECT 1 FROM matter_deputy d JOIN standing g ON g.person_id = d.person_id
      WHERE d.matter_id = m.id AND d.voided IS NULL AND g.kind = 'group' AND g.team_id = :team_id
        AND g.since <= :to AND g.until > :to))
)
