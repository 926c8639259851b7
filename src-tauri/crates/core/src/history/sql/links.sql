SELECT seq, name, account, at, schema, changeset_sha256, digest FROM operation ORDER BY seq;
