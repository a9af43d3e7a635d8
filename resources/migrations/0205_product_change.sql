-- What a lead had the shop change of a product, and what came of it. Waiting stocks are sent from here; of one product and
-- warehouse only the newest wish is ever sent.
CREATE TABLE product_change (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  shop TEXT NOT NULL,
  card TEXT NOT NULL,
  -- The seller's article, for people.
  offer TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('barcode', 'make-barcode', 'stock', 'price')),
  -- The shop's number of it; '' where it is about no warehouse.
  warehouse TEXT NOT NULL,
  -- What is wanted, and what the person saw before, as JSON.
  wanted TEXT NOT NULL CHECK (json_valid(wanted)),
  seen TEXT CHECK (seen IS NULL OR json_valid(seen)),
  actor TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('waiting', 'sending', 'done', 'refused', 'unknown', 'replaced')),
  words TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL,
  sent_at INTEGER,
  ended_at INTEGER
) STRICT;

CREATE INDEX product_change_card ON product_change (shop, card, seq);
CREATE INDEX product_change_due ON product_change (shop, outcome, next_at);
