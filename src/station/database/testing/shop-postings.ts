import { ActorId, PostingNumber, SessionId, ShopId, Sku } from '#domain/ids.ts';
import { plainHandling } from '#domain/posting/handling.ts';
import type { Posting } from '#domain/posting/posting.ts';
import type { BenchDatabase } from '../bench-database.ts';
import { appendEvents } from '../event-log.ts';
import { upsertPostings } from '../postings.ts';
import { saveSession } from '../sessions.ts';
import { transaction } from '../transaction.ts';

/** A posting that the shop wants packed, with one unit of product `100` unless told otherwise. */
export function shopPosting(number: string, other: Partial<Posting> = {}): Posting {
  return {
    number: PostingNumber.parse(number),
    shop: ShopId.parse('ozon-1'),
    status: 'to-pack',
    shopStatus: 'awaiting_packaging',
    cutoffAt: 1_764_010_000_000,
    lines: [{ sku: Sku.parse('100'), quantity: 1, requires: [] }],
    deliveryMethod: { id: '7', name: 'Курьер', warehouse: 'Склад 1' },
    labelBarcodes: [`%101%${number}`],
    isExpress: false,
    handling: plainHandling,
    ...other,
  };
}

/** Takes postings over as the poller does. */
export function takeOver(db: BenchDatabase, ...postings: readonly Posting[]) {
  return transaction(db, () => upsertPostings(db, postings, 1_764_000_000_000));
}

/** Opens a session for a posting, as the first scan does. */
export function beginSession(db: BenchDatabase, number: string, id: string): SessionId {
  const session = SessionId.parse(id);
  const posting = PostingNumber.parse(number);
  transaction(db, () => {
    const [opened] = appendEvents(db, [{ session, posting, at: 1, actor: 'P1', event: { type: 'opened' } }]);
    const packer = ActorId.parse('P1');
    saveSession(db, {
      id: session,
      posting,
      state: 'open',
      packer,
      openedAt: 1,
      closedAt: null,
      lastSeq: opened?.seq ?? 0,
    });
  });
  return session;
}
