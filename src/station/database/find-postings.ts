import type { PostingNumber, ShopId, Sku } from '#domain/ids.ts';
import type { ReadableDatabase } from './bench-database.ts';
import { getPosting, type PostingRecord } from './posting-record.ts';
import { prepareOnce } from './prepare-once.ts';

const statements = prepareOnce((db: ReadableDatabase) => ({
  isKnown: db.sqlite.prepare<[string], number>('SELECT 1 FROM posting WHERE number = ?').pluck(),
  byCode: db.sqlite
    .prepare<{ code: string }, PostingNumber>(
      `SELECT number FROM posting WHERE number = :code
       UNION SELECT iif(EXISTS (SELECT 1 FROM posting WHERE number = shop_posting), shop_posting, posting)
         FROM label_barcode WHERE barcode = :code
       UNION SELECT posting FROM package WHERE shop_posting = :code
         AND NOT EXISTS (SELECT 1 FROM posting WHERE number = :code)`,
    )
    .pluck(),
  shopNumbers: db.sqlite
    .prepare<{ code: string }, PostingNumber>(
      `SELECT shop_posting FROM label_barcode WHERE barcode = :code
       UNION SELECT number FROM posting WHERE number = :code
       UNION SELECT shop_posting FROM package WHERE shop_posting = :code`,
    )
    .pluck(),
  mostUrgent: db.sqlite
    .prepare<[string], PostingNumber>(
      'SELECT posting FROM queue_line WHERE sku = ? ORDER BY due_at, posting LIMIT 1',
    )
    .pluck(),
  packedAs: db.sqlite
    .prepare<[string], PostingNumber>(
      "SELECT posting FROM package WHERE shop_posting = ? AND state <> 'void' ORDER BY packed_at DESC LIMIT 1",
    )
    .pluck(),
  unsettled: db.sqlite
    .prepare<[string], PostingNumber>(
      `SELECT number FROM posting
       WHERE shop = ? AND status NOT IN ('handed-over', 'delivered', 'cancelled') AND bench_state <> 'gone'
       ORDER BY CASE bench_state WHEN 'open' THEN 0 WHEN 'held' THEN 1 WHEN 'queued' THEN 2 WHEN 'packed' THEN 3 ELSE 4 END,
         due_at, number`,
    )
    .pluck(),
}));

/**
 * Postings that a scanned code stands for: by number, by a barcode of a label, or by the number that the shop gave
 * one of their packages, whose own posting it is where the shop has told of it. Usually one; more than one is a question for the packer.
 */
export function findPostingsByCode(db: ReadableDatabase, code: string): readonly PostingRecord[] {
  return statements(db)
    .byCode.all({ code })
    .flatMap((number) => getPosting(db, number) ?? []);
}

/** Has the shop ever told this bench of a posting of this number? */
export function isKnownPosting(db: ReadableDatabase, number: PostingNumber): boolean {
  return statements(db).isKnown.get(number) !== undefined;
}

/** The shop's own numbers that a scanned label or a number stands for: one, as a rule. */
export function shopNumbersByCode(db: ReadableDatabase, code: string): readonly PostingNumber[] {
  return statements(db).shopNumbers.all({ code });
}

/**
 * The posting whose packing at this bench made the shop's posting of this number: a posting that is shipped in several
 * packages comes back from the shop as several postings. The number itself where it was not made so.
 */
export function packedAs(db: ReadableDatabase, number: PostingNumber): PostingNumber {
  return statements(db).packedAs.get(number) ?? number;
}

/**
 * The queued posting with the earliest cutoff that needs the product; null when none does. One step into an index,
 * however many postings there are.
 */
export function mostUrgentNeeding(db: ReadableDatabase, sku: Sku): PostingNumber | null {
  return statements(db).mostUrgent.get(sku) ?? null;
}

/**
 * Postings of a shop that this bench has to do with, that the shop may still change, and that a complete reading of its
 * list did not contain: it must be asked what became of each. Those in hand come first. For the poller alone.
 */
export function unsettledButNotListed(
  db: ReadableDatabase,
  shop: ShopId,
  listed: ReadonlySet<string>,
): readonly PostingNumber[] {
  const missing: PostingNumber[] = [];
  for (const number of statements(db).unsettled.iterate(shop)) if (!listed.has(number)) missing.push(number);
  return missing;
}
