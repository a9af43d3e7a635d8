-- What the bench knows of products.

CREATE TABLE product (
  sku TEXT NOT NULL PRIMARY KEY,
  offer_id TEXT NOT NULL,
  name TEXT NOT NULL,
  barcodes TEXT NOT NULL CHECK (json_valid(barcodes)),
  size_mm TEXT CHECK (size_mm IS NULL OR json_array_length(size_mm) = 3),
  weight_g REAL CHECK (weight_g > 0),
  picture_url TEXT,
  upright TEXT NOT NULL CHECK (upright IN ('any', 'keep')),
  fragile INTEGER NOT NULL CHECK (fragile IN (0, 1)),
  digest TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- GTINs as 14 digits, anything else as it is read: one product may carry many codes, one code many products.
CREATE TABLE product_barcode (
  barcode TEXT NOT NULL,
  sku TEXT NOT NULL REFERENCES product (sku),
  PRIMARY KEY (barcode, sku)
) STRICT, WITHOUT ROWID;

CREATE INDEX product_barcode_sku ON product_barcode (sku);
