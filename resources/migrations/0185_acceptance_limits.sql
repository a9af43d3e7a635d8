-- What the point that takes a posting in accepts of its parcels, asked ahead, so that no scan waits for it.
CREATE TABLE acceptance_limits (
  posting TEXT PRIMARY KEY,
  -- JSON; null where the shop has none for this posting.
  limits TEXT,
  asked_at INTEGER NOT NULL
) STRICT;
