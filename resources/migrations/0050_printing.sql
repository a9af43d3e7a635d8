-- Labels as the shop gave them, and every print with what became of it.

CREATE TABLE label (
  -- The shop's posting number: from the second package on it is not the one that the bench packs.
  posting TEXT NOT NULL PRIMARY KEY,
  pdf_file TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  fetched_at INTEGER NOT NULL,
  prepared_file TEXT,
  prepared_sha256 TEXT CHECK (length(prepared_sha256) = 64),
  -- The barcodes read back off the prepared label: what a scan of the paper can say.
  codes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(codes)),
  CHECK ((prepared_file IS NULL) = (prepared_sha256 IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE print_job (
  id TEXT NOT NULL PRIMARY KEY,
  posting TEXT,
  package_n INTEGER CHECK (package_n >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('label', 'interim', 'document')),
  copy INTEGER NOT NULL CHECK (copy >= 1),
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'verified', 'doubtful', 'spoiled')),
  bytes_file TEXT NOT NULL,
  bytes_sha256 TEXT NOT NULL CHECK (length(bytes_sha256) = 64),
  created_at INTEGER NOT NULL,
  sent_at INTEGER,
  reason TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX print_job_posting ON print_job (posting, created_at);
CREATE INDEX print_job_unfinished ON print_job (state, created_at)
WHERE state IN ('queued', 'sending', 'sent', 'doubtful');
