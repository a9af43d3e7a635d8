-- What the bench owes the shop. A row leaves the queue by being done, never by being deleted.

CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  payload_hash TEXT NOT NULL CHECK (length(payload_hash) = 64),
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  next_attempt_at INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'sending', 'done', 'parked', 'unknown')),
  last_error TEXT,
  created_at INTEGER NOT NULL,
  done_at INTEGER,
  CHECK ((state = 'done') = (done_at IS NOT NULL))
) STRICT;

CREATE INDEX outbox_due ON outbox (state, next_attempt_at, seq) WHERE state <> 'done';
CREATE INDEX outbox_subject ON outbox (subject, seq) WHERE state <> 'done';

CREATE TRIGGER outbox_refuses_delete BEFORE DELETE ON outbox
BEGIN
  SELECT RAISE(ABORT, 'an outbox row is never deleted');
END;

-- The id is the idempotency key: what it stands for must not change after the first try.
CREATE TRIGGER outbox_keeps_its_word BEFORE UPDATE OF seq, id, kind, subject, payload, payload_hash ON outbox
BEGIN
  SELECT RAISE(ABORT, 'what an outbox row says is never changed');
END;
