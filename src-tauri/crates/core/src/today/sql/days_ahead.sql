-- Reception days ahead, with whether they were announced and how many are rostered.
SELECT a.id, a.notified_on, (SELECT count(*) FROM attendance t WHERE t.activity_id = a.id AND t.voided IS NULL AND t.planned = 1
  AND (t.status IS NULL OR t.status = 'came')) AS duty
FROM activity a WHERE a.kind_id = 'activity.reception_day' AND a.voided IS NULL AND a.since > ?1;
