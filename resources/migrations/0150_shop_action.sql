-- What a lead had the shop do with a posting, and what came of it: who cancelled what, when and why.
CREATE TABLE shop_action (
  id TEXT PRIMARY KEY,
  posting TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('cancel', 'cancel-units')),
  detail TEXT NOT NULL,
  actor TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  outcome TEXT NOT NULL DEFAULT 'asked' CHECK (outcome IN ('asked', 'done', 'refused', 'unknown')),
  words TEXT
) STRICT;

CREATE INDEX shop_action_posting ON shop_action (posting, asked_at);
