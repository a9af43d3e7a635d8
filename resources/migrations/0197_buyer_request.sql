-- What buyers ask for and a person must answer, as the shop listed it last; kept so that an outage hides nothing.
CREATE TABLE buyer_request (
  shop TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('cancellation', 'return')),
  id TEXT NOT NULL,
  posting TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  asked_at INTEGER,
  -- When the shop decides by itself.
  decides_at INTEGER,
  task TEXT NOT NULL,
  first_seen_at INTEGER NOT NULL,
  settled_at INTEGER,
  PRIMARY KEY (shop, kind, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX buyer_request_waiting ON buyer_request (shop, kind) WHERE settled_at IS NULL;
