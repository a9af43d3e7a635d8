-- What the shop wants shipped, as it said last. All of it but bench_state can be read again from the shop.

CREATE TABLE posting (
  number TEXT NOT NULL PRIMARY KEY,
  shop TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('waiting', 'to-pack', 'registering', 'packed', 'disputed',
    'handed-over', 'delivered', 'cancelled', 'unknown')),
  shop_status TEXT NOT NULL,
  cutoff_at INTEGER,
  -- Postings without a cutoff go behind all others.
  due_at INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(cutoff_at, 9007199254740991)) VIRTUAL,
  delivery_method_id TEXT NOT NULL,
  delivery_method TEXT NOT NULL,
  warehouse TEXT NOT NULL,
  is_express INTEGER NOT NULL CHECK (is_express IN (0, 1)),
  bench_state TEXT NOT NULL CHECK (bench_state IN ('queued', 'open', 'held', 'packed', 'closed', 'stopped', 'gone')),
  -- Of everything the shop said, so that an unchanged posting costs one read.
  digest TEXT NOT NULL,
  first_seen_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX posting_due ON posting (bench_state, due_at, number);

CREATE TABLE line (
  posting TEXT NOT NULL REFERENCES posting (number),
  n INTEGER NOT NULL CHECK (n >= 1),
  sku TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity >= 1),
  requires TEXT NOT NULL CHECK (json_valid(requires)),
  PRIMARY KEY (posting, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE label_barcode (
  barcode TEXT NOT NULL,
  -- The posting that the bench packs, and the one whose label carries the code: they differ from the second package on.
  posting TEXT NOT NULL REFERENCES posting (number),
  shop_posting TEXT NOT NULL,
  PRIMARY KEY (barcode, posting, shop_posting)
) STRICT, WITHOUT ROWID;

CREATE INDEX label_barcode_posting ON label_barcode (posting);

-- Queued postings alone, by what they need, most urgent first.
CREATE TABLE queue_line (
  sku TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  posting TEXT NOT NULL,
  PRIMARY KEY (sku, due_at, posting)
) STRICT, WITHOUT ROWID;

-- Counted as they change, so that no screen ever counts a million rows.
CREATE TABLE posting_count (
  bench_state TEXT NOT NULL PRIMARY KEY,
  postings INTEGER NOT NULL CHECK (postings >= 0)
) STRICT, WITHOUT ROWID;

INSERT INTO posting_count (bench_state, postings)
VALUES ('queued', 0), ('open', 0), ('held', 0), ('packed', 0), ('closed', 0), ('stopped', 0), ('gone', 0);

CREATE TABLE queue_cutoff (
  due_at INTEGER PRIMARY KEY,
  postings INTEGER NOT NULL CHECK (postings >= 1)
) STRICT;

CREATE TRIGGER posting_counts_new AFTER INSERT ON posting
BEGIN
  UPDATE posting_count SET postings = postings + 1 WHERE bench_state = NEW.bench_state;
END;

CREATE TRIGGER posting_counts_moved AFTER UPDATE OF bench_state ON posting
WHEN OLD.bench_state <> NEW.bench_state
BEGIN
  UPDATE posting_count SET postings = postings - 1 WHERE bench_state = OLD.bench_state;
  UPDATE posting_count SET postings = postings + 1 WHERE bench_state = NEW.bench_state;
END;

CREATE TRIGGER queue_cutoff_new AFTER INSERT ON posting
WHEN NEW.bench_state = 'queued'
BEGIN
  INSERT INTO queue_cutoff (due_at, postings) VALUES (coalesce(NEW.cutoff_at, 9007199254740991), 1)
  ON CONFLICT (due_at) DO UPDATE SET postings = postings + 1;
END;

CREATE TRIGGER queue_cutoff_left AFTER UPDATE OF bench_state, cutoff_at ON posting
WHEN OLD.bench_state = 'queued' AND (NEW.bench_state <> 'queued' OR NEW.cutoff_at IS NOT OLD.cutoff_at)
BEGIN
  DELETE FROM queue_cutoff WHERE due_at = coalesce(OLD.cutoff_at, 9007199254740991) AND postings = 1;
  UPDATE queue_cutoff SET postings = postings - 1
  WHERE due_at = coalesce(OLD.cutoff_at, 9007199254740991) AND postings > 1;
END;

CREATE TRIGGER queue_cutoff_entered AFTER UPDATE OF bench_state, cutoff_at ON posting
WHEN NEW.bench_state = 'queued' AND (OLD.bench_state <> 'queued' OR NEW.cutoff_at IS NOT OLD.cutoff_at)
BEGIN
  INSERT INTO queue_cutoff (due_at, postings) VALUES (coalesce(NEW.cutoff_at, 9007199254740991), 1)
  ON CONFLICT (due_at) DO UPDATE SET postings = postings + 1;
END;

-- Entries of the shop's lists that could not be read; a person looks at them.
CREATE TABLE set_aside (
  subject TEXT NOT NULL PRIMARY KEY,
  reason TEXT NOT NULL,
  raw TEXT NOT NULL,
  seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
