-- Sessions and packages as folded from their events, kept for lists and for the manifest.

CREATE TABLE session (
  id TEXT NOT NULL PRIMARY KEY,
  posting TEXT NOT NULL REFERENCES posting (number),
  state TEXT NOT NULL CHECK (state IN ('open', 'held', 'cancelled', 'put-back', 'closed')),
  packer TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  closed_at INTEGER,
  last_seq INTEGER NOT NULL REFERENCES event (seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX session_posting ON session (posting, last_seq);
CREATE INDEX session_unfinished ON session (state, last_seq) WHERE state IN ('open', 'held', 'cancelled');

CREATE TABLE package (
  session TEXT NOT NULL REFERENCES session (id),
  n INTEGER NOT NULL CHECK (n BETWEEN 1 AND 1000),
  posting TEXT NOT NULL REFERENCES posting (number),
  carton TEXT,
  units INTEGER NOT NULL CHECK (units >= 0),
  expected_g REAL,
  weight_g REAL,
  -- 'void': taken apart again; the parcel does not exist.
  state TEXT NOT NULL CHECK (state IN ('open', 'packed', 'labelled', 'closed', 'void')),
  packer TEXT NOT NULL,
  packed_at INTEGER,
  -- The shop's posting number of this package, once the shop has said it.
  shop_posting TEXT,
  interim INTEGER NOT NULL CHECK (interim IN (0, 1)),
  PRIMARY KEY (session, n),
  CHECK (packed_at IS NOT NULL OR state IN ('open', 'void'))
) STRICT, WITHOUT ROWID;

CREATE INDEX package_packed ON package (packed_at) WHERE packed_at IS NOT NULL;
CREATE INDEX package_posting ON package (posting);
CREATE INDEX package_shop_posting ON package (shop_posting) WHERE shop_posting IS NOT NULL;
CREATE INDEX package_interim ON package (packed_at) WHERE interim = 1;

-- A marking code marks one unit in the world: the same code again is a mistake or a fraud.
CREATE TABLE marking_code (
  code TEXT NOT NULL PRIMARY KEY,
  posting TEXT NOT NULL REFERENCES posting (number),
  sku TEXT NOT NULL,
  session TEXT NOT NULL REFERENCES session (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX marking_code_posting ON marking_code (posting);
