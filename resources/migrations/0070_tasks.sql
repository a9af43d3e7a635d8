-- What waits for a person, and which bench may work on which posting.

CREATE TABLE task (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  created_at INTEGER NOT NULL,
  resolved_at INTEGER,
  resolved_by TEXT,
  resolution TEXT,
  CHECK ((resolved_at IS NULL) = (resolved_by IS NULL))
) STRICT, WITHOUT ROWID;

-- The same trouble found twice stays one task.
CREATE UNIQUE INDEX task_open ON task (kind, subject) WHERE resolved_at IS NULL;
CREATE INDEX task_waiting ON task (created_at) WHERE resolved_at IS NULL;

CREATE TABLE claim (
  posting TEXT NOT NULL PRIMARY KEY,
  bench TEXT NOT NULL,
  lease_until INTEGER NOT NULL,
  -- Grows with every change of hands: a write that carries an older number loses.
  fencing INTEGER NOT NULL CHECK (fencing >= 1)
) STRICT, WITHOUT ROWID;
