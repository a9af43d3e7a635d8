-- When what may be told only once went out, so that a restart knows it too.

-- The last request that may have arrived, epoch ms; null while there was none.
ALTER TABLE outbox ADD COLUMN sent_at INTEGER;
-- When the shop answered that it had taken that request, epoch ms.
ALTER TABLE outbox ADD COLUMN taken_at INTEGER;
ALTER TABLE outbox ADD COLUMN sends INTEGER NOT NULL DEFAULT 0 CHECK (sends >= 0);
-- Tries in a row that the shop was there for and that came to nothing.
ALTER TABLE outbox ADD COLUMN failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0);
-- When a lead last had it tried again, epoch ms.
ALTER TABLE outbox ADD COLUMN retried_at INTEGER;

UPDATE outbox SET sent_at = created_at WHERE attempts > 0 AND state IN ('sending', 'unknown', 'parked');
