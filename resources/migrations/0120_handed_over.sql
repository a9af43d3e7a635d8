-- Which packages went into a handover that this bench approved, by the shop's own numbers of them.

CREATE TABLE handed_over (
  posting TEXT NOT NULL PRIMARY KEY,
  handover TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
