-- The record of a kind that was entered last.
SELECT id FROM (
  SELECT 'person' AS kind, id, created, voided FROM person
  UNION ALL SELECT 'activity', id, created, voided FROM activity WHERE kind_id <> 'activity.reception_day'
  UNION ALL SELECT 'visit', id, created, voided FROM visit
  UNION ALL SELECT 'contact', id, created, voided FROM contact
  UNION ALL SELECT 'standing_contact', id, created, voided FROM standing_contact
  UNION ALL SELECT 'constituency_visit', id, created, voided FROM constituency_visit
  UNION ALL SELECT 'constituency', id, created, voided FROM constituency
  UNION ALL SELECT 'deed', id, created, voided FROM deed
  UNION ALL SELECT 'talk', id, created, voided FROM talk
  UNION ALL SELECT 'matter', id, created, voided FROM matter WHERE kind <> '社情民意'
) WHERE kind = ?1 AND voided IS NULL ORDER BY created DESC, id DESC LIMIT 1;
