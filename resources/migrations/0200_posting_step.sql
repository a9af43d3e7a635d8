-- What became of what was packed here, in the shop's words, as far as the bench saw it.
CREATE TABLE posting_step (
  posting TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 1),
  word TEXT NOT NULL,
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (posting, n)
) STRICT, WITHOUT ROWID;

-- The few that are on their way, among years of those that are there.
CREATE INDEX posting_on_way ON posting (due_at, number)
WHERE bench_state IN ('packed', 'closed') AND status NOT IN ('delivered', 'cancelled');
