-- A bench packs for several seller accounts: what is owed, and what is followed, belongs to one of them.

ALTER TABLE outbox ADD COLUMN shop TEXT NOT NULL DEFAULT '';
DROP TRIGGER outbox_keeps_its_word;
UPDATE outbox SET shop = coalesce((SELECT shop FROM posting WHERE number = outbox.subject), '');
CREATE TRIGGER outbox_keeps_its_word BEFORE UPDATE OF seq, id, kind, subject, shop, payload, payload_hash ON outbox
BEGIN
  SELECT RAISE(ABORT, 'what an outbox row says is never changed');
END;
DROP INDEX outbox_due;
CREATE INDEX outbox_due ON outbox (shop, state, next_attempt_at, seq) WHERE state <> 'done';

-- '' where nothing says whose it is.
ALTER TABLE handover_watch ADD COLUMN shop TEXT NOT NULL DEFAULT '';
UPDATE handover_watch SET shop = coalesce(
  (SELECT posting.shop FROM handed_over JOIN posting ON posting.number = handed_over.posting
   WHERE handed_over.handover = handover_watch.handover LIMIT 1),
  (SELECT posting.shop FROM acceptance JOIN posting ON posting.number = acceptance.posting
   WHERE acceptance.handover = handover_watch.handover LIMIT 1),
  '');

-- The queue of one shop among those of others.
CREATE INDEX posting_queued_of ON posting (shop, due_at, number) WHERE bench_state = 'queued';

-- Whose a product is; null until it is read again. Two shops may sell goods with the same barcode.
ALTER TABLE product ADD COLUMN shop TEXT;
