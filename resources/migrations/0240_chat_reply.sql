-- Answers that the seller gives again and again, to be put into a message by a press.
CREATE TABLE chat_reply (
  id TEXT PRIMARY KEY,
  text TEXT NOT NULL CHECK (text <> ''),
  -- Who wrote it last.
  actor TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
