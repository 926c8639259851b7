-- 空白本: who got one and who gave it back, the newest first.
SELECT b.id, b.person_id, p.name, (SELECT '第' || c.number || '选区' FROM seat s JOIN constituency c ON c.id = s.constituency_id
    WHERE s.person_id = b.person_id ORDER BY s.own DESC, s.rank DESC, s.since DESC LIMIT 1) AS constituency,
  b.period, b.given_on, b.returned_on, b.note
FROM blank_set b JOIN person p ON p.id = b.person_id
WHERE b.voided IS NULL AND (?1 IS NULL OR b.period = ?1)
ORDER BY b.returned_on IS NOT NULL, b.given_on DESC, b.id DESC;
