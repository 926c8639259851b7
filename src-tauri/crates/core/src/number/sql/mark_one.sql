INSERT INTO printed_number (series, highest) VALUES (?1, ?2)
ON CONFLICT (series) DO UPDATE SET highest = max(highest, excluded.highest);
