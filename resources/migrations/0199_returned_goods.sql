-- Returns as the shop listed them last, so that one can be found by its barcode without a network.
CREATE TABLE returned_goods (
  shop TEXT NOT NULL,
  id TEXT NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data)),
  read_at INTEGER NOT NULL,
  PRIMARY KEY (shop, id)
) STRICT, WITHOUT ROWID;

-- What a person found of goods that came back: our own record, as the shop has no method for it. The latest one counts.
CREATE TABLE return_check (
  id TEXT NOT NULL PRIMARY KEY,
  shop TEXT NOT NULL,
  return_id TEXT NOT NULL,
  posting TEXT NOT NULL,
  barcode TEXT NOT NULL,
  goods TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  found TEXT NOT NULL CHECK (found IN ('received', 'damaged', 'missing')),
  note TEXT NOT NULL,
  actor TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX return_check_at ON return_check (at);
