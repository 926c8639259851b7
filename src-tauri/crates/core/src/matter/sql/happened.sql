-- The steps of matters; their order is made by the reader. A telling is complete when it says how, by whom and in what words, or
-- why it was not possible; one that a file records (its way 待补) counts as it is.
SELECT r.matter_id, s.id, r.ordinal, s.kind, s.happened_on, s.assignment_id, s.raised_id,
  s.way_id IS 'way.unknown' OR (s.way_id IS NOT NULL AND s.words IS NOT NULL AND (s.by_whom IS NOT NULL OR s.way_id = 'way.impossible')),
  s.grade_id, s.result_id, s.due_on, s.due_rule, s.promised_on, s.route_id IS 'route.county', s.sort
FROM round r JOIN step s ON s.round_id = r.id
WHERE r.voided IS NULL AND s.voided IS NULL AND (:ids IS NULL OR r.matter_id IN (SELECT value FROM json_each(:ids)));
