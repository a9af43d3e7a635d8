-- What a person had the shop do about handing over, and what came of it: `subject` is a posting, a handover, a warehouse or a
-- cargo place, as `kind` says. Times are epoch ms.
CREATE TABLE handover_action (
  id TEXT PRIMARY KEY,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,
  detail TEXT NOT NULL,
  actor TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  outcome TEXT NOT NULL DEFAULT 'asked' CHECK (outcome IN ('asked', 'done', 'refused', 'unknown')),
  words TEXT
) STRICT;
CREATE INDEX handover_action_subject ON handover_action (subject, asked_at);
