-- The place of the next step of a round.
SELECT coalesce(max(sort), -1) + 1 FROM step WHERE round_id = ?1;
