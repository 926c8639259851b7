SELECT count(*) FROM code WHERE counts_as IS NOT NULL;
