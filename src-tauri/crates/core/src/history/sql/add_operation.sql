INSERT INTO operation (seq, name, label, account, at, schema, takes_back, undoable, changes, changeset_sha256, digest)
VALUES (:seq, :name, :label, :account, :at, :schema, :takes_back, :undoable, :changes, :sha256, :digest);
