-- What a lead gave of the goods of a posting, as the shop wants it: where they come from and how they came into the country.
CREATE TABLE declaration (
  posting TEXT NOT NULL,
  sku TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('country', 'customs-declaration', 'batch-number')),
  -- `needed`: the shop asked for it when something else was given.
  state TEXT NOT NULL CHECK (state IN ('needed', 'given')),
  -- Null where there is none, which the shop takes as well.
  value TEXT,
  actor TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (posting, sku, kind)
) STRICT;

-- The last one of each product: offered the next time.
CREATE TABLE product_declaration (
  sku TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('country', 'customs-declaration', 'batch-number')),
  value TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (sku, kind)
) STRICT;
