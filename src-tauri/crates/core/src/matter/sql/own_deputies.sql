-- Deputies of the station's own congress on a day.
SELECT count(DISTINCT person_id) FROM seat WHERE own = 1 AND since <= ?1 AND ?1 < until;
