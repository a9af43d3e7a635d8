-- Who this file is, how it came to its shape, and everything that ever happened at the bench.

CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE migration (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  applied_at INTEGER NOT NULL
) STRICT;

CREATE TABLE event (
  seq INTEGER PRIMARY KEY CHECK (seq >= 1),
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  session TEXT,
  posting TEXT,
  type TEXT NOT NULL CHECK (length(type) BETWEEN 1 AND 64),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data)),
  prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX event_session ON event (session) WHERE session IS NOT NULL;
CREATE INDEX event_posting ON event (posting) WHERE posting IS NOT NULL;
CREATE INDEX event_type_at ON event (type, at);

CREATE TRIGGER event_refuses_update BEFORE UPDATE ON event
BEGIN
  SELECT RAISE(ABORT, 'the event log is append-only: no event is ever changed');
END;

CREATE TRIGGER event_refuses_delete BEFORE DELETE ON event
BEGIN
  SELECT RAISE(ABORT, 'the event log is append-only: no event is ever deleted');
END;

-- Fires before conflict handling, so that INSERT OR REPLACE cannot put an event in another's place either.
CREATE TRIGGER event_refuses_gap BEFORE INSERT ON event
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event)
  OR EXISTS (SELECT 1 FROM event WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'the event log is append-only: an event goes behind the last one');
END;

CREATE TRIGGER event_refuses_broken_link BEFORE INSERT ON event
WHEN NEW.seq > 1 AND NEW.prev_hash IS NOT (SELECT hash FROM event WHERE seq = NEW.seq - 1)
BEGIN
  SELECT RAISE(ABORT, 'the event log is append-only: an event carries the hash of the one before it');
END;
