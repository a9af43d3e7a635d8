-- Every serial shipping container code that this bench has given out: a package keeps its own, and none is given twice.
CREATE TABLE sscc (
  sscc TEXT PRIMARY KEY CHECK (length(sscc) = 18),
  posting TEXT NOT NULL,
  package INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  given_at INTEGER NOT NULL,
  UNIQUE (posting, package)
) STRICT;
