-- The seller's products at the shop, as they were read last. All of it can be read again.
CREATE TABLE catalogue_card (
  shop TEXT NOT NULL,
  id TEXT NOT NULL,
  sku TEXT,
  name TEXT NOT NULL,
  is_archived INTEGER NOT NULL CHECK (is_archived IN (0, 1)),
  status TEXT NOT NULL,
  -- Names of what is wrong with it, as a JSON list; "[]" where nothing is.
  problems TEXT NOT NULL CHECK (json_valid(problems)),
  -- Name, article, SKU and barcodes in small letters, for whoever looks for a part of one.
  words TEXT NOT NULL,
  card TEXT NOT NULL CHECK (json_valid(card)),
  -- The reading that found it last; whatever a whole reading did not find is gone.
  reading INTEGER NOT NULL,
  read_at INTEGER NOT NULL,
  PRIMARY KEY (shop, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX catalogue_card_order ON catalogue_card (shop, is_archived, name, id);

-- GTINs as 14 digits, anything else as it is read.
CREATE TABLE catalogue_barcode (
  shop TEXT NOT NULL,
  barcode TEXT NOT NULL,
  card TEXT NOT NULL,
  PRIMARY KEY (shop, barcode, card)
) STRICT, WITHOUT ROWID;

CREATE INDEX catalogue_barcode_card ON catalogue_barcode (shop, card);

-- How far the reading of the products has come, one line a shop: a long one goes on after a restart.
CREATE TABLE catalogue_reading (
  shop TEXT NOT NULL PRIMARY KEY,
  reading INTEGER NOT NULL,
  begun_at INTEGER NOT NULL,
  -- Null while it is under way.
  ended_at INTEGER,
  -- When one was last whole.
  whole_at INTEGER,
  is_archived_part INTEGER NOT NULL CHECK (is_archived_part IN (0, 1)),
  cursor TEXT,
  cards INTEGER NOT NULL,
  unread INTEGER NOT NULL,
  -- Of both parts, as far as the shop has said it.
  total INTEGER
) STRICT, WITHOUT ROWID;
