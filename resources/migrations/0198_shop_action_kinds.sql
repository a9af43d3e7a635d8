-- There are more kinds of requests with every release, so the list of them is the code's alone.
CREATE TABLE shop_action_new (
  id TEXT PRIMARY KEY,
  posting TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind <> ''),
  detail TEXT NOT NULL,
  actor TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  outcome TEXT NOT NULL DEFAULT 'asked' CHECK (outcome IN ('asked', 'done', 'refused', 'unknown')),
  words TEXT
) STRICT;

INSERT INTO shop_action_new SELECT id, posting, kind, detail, actor, asked_at, outcome, words FROM shop_action;
DROP TABLE shop_action;
ALTER TABLE shop_action_new RENAME TO shop_action;
CREATE INDEX shop_action_posting ON shop_action (posting, asked_at);
