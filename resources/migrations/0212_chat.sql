-- What this bench sent into chats with buyers, noted before it was sent: nothing is sent twice, whichever answer is lost.
CREATE TABLE chat_send (
  id TEXT PRIMARY KEY,
  chat TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('text', 'file')),
  -- The text, or the file's name.
  content TEXT NOT NULL,
  -- The newest message of the chat at that moment; null where there was none.
  after_message TEXT,
  actor TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  -- `asked`: under way, or nobody knows whether it arrived.
  state TEXT NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'sent', 'refused', 'dropped')),
  words TEXT
) STRICT;

-- One at a time in each chat, until it is known what came of it.
CREATE UNIQUE INDEX chat_send_open ON chat_send (chat) WHERE state = 'asked';

-- What somebody began to write.
CREATE TABLE chat_draft (
  chat TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
