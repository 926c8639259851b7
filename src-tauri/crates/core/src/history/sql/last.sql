SELECT seq, digest FROM operation ORDER BY seq DESC LIMIT 1;
