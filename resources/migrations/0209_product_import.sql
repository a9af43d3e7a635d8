-- A sheet of products: what was wrong with each line, what was sent of it, and what became of it at the shop.
CREATE TABLE product_import (
  id TEXT PRIMARY KEY,
  shop TEXT NOT NULL,
  category_id TEXT NOT NULL,
  type_id TEXT NOT NULL,
  type_name TEXT NOT NULL,
  file_name TEXT NOT NULL,
  columns TEXT NOT NULL,
  ignored TEXT NOT NULL,
  actor TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('checked', 'running', 'done')),
  started_at INTEGER,
  ended_at INTEGER,
  wait_until INTEGER,
  waits_for TEXT
) STRICT;

CREATE INDEX product_import_created ON product_import (shop, created_at);

-- A request to the shop to make products, noted before it goes out, so that it is never sent twice.
CREATE TABLE product_import_batch (
  id TEXT PRIMARY KEY,
  import TEXT NOT NULL REFERENCES product_import (id),
  asked_at INTEGER NOT NULL,
  task TEXT,
  state TEXT NOT NULL CHECK (state IN ('asked', 'lost', 'taken', 'over')),
  looks INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL
) STRICT;

CREATE INDEX product_import_batch_open ON product_import_batch (import) WHERE state <> 'over';

CREATE TABLE product_import_row (
  import TEXT NOT NULL REFERENCES product_import (id),
  row INTEGER NOT NULL,
  article TEXT NOT NULL,
  name TEXT NOT NULL,
  cells TEXT NOT NULL,
  card TEXT,
  findings TEXT NOT NULL,
  state TEXT NOT NULL CHECK (
    state IN ('faulty', 'ready', 'sending', 'taken', 'refused', 'moderating', 'approved', 'declined', 'unknown', 'left')
  ),
  batch TEXT REFERENCES product_import_batch (id),
  product_id TEXT,
  complaints TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (import, row)
) STRICT, WITHOUT ROWID;

CREATE INDEX product_import_row_state ON product_import_row (import, state);
CREATE INDEX product_import_row_batch ON product_import_row (batch) WHERE batch IS NOT NULL;
