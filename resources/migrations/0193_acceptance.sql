-- Handovers that are followed until the shop has accepted or given up everything in them. Times are epoch ms.
CREATE TABLE handover_watch (
  handover TEXT PRIMARY KEY,
  since INTEGER NOT NULL,
  checked_at INTEGER,
  settled_at INTEGER
) STRICT;

-- How far each of their postings is.
CREATE TABLE acceptance (
  handover TEXT NOT NULL,
  posting TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'accepting', 'accepted', 'missing', 'unscanned', 'disputed', 'returned',
    'cancelled', 'unknown')),
  shop_status TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (handover, posting)
) STRICT;
CREATE INDEX acceptance_posting ON acceptance (posting);

INSERT INTO handover_watch (handover, since) SELECT handover, max(at) FROM handed_over GROUP BY handover;
