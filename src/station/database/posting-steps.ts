import type { PostingNumber } from '#domain/ids.ts';
import type { Posting, PostingStatus } from '#domain/posting/posting.ts';
import type { BenchDatabase, ReadableDatabase } from './bench-database.ts';
import { prepareOnce } from './prepare-once.ts';

/** What the shop said of a parcel, and when the bench read it first, epoch ms. */
export type PostingStep = { readonly word: string; readonly seenAt: number };

/** A packed parcel that is not there yet; times are epoch ms. */
export type ParcelOnWay = {
  readonly posting: PostingNumber;
  readonly status: PostingStatus;
  readonly word: string;
  readonly newsAt: number;
  readonly cutoffAt: number | null;
  readonly deliveryMethod: string;
};

const onWay = `bench_state IN ('packed', 'closed') AND status NOT IN ('delivered', 'cancelled')`;

const statements = prepareOnce((db: ReadableDatabase) => ({
  steps: db.sqlite.prepare<[string], PostingStep>(
    'SELECT word, seen_at AS seenAt FROM posting_step WHERE posting = ? ORDER BY n',
  ),
  handedOverAt: db.sqlite.prepare<[string], number>('SELECT at FROM handed_over WHERE posting = ?').pluck(),
  onWay: db.sqlite.prepare<[number], ParcelOnWay>(
    `SELECT number AS posting, status, cutoff_at AS cutoffAt, delivery_method AS deliveryMethod,
       coalesce((SELECT word FROM posting_step WHERE posting = number ORDER BY n DESC LIMIT 1), shop_status) AS word,
       coalesce((SELECT seen_at FROM posting_step WHERE posting = number ORDER BY n DESC LIMIT 1), changed_at) AS newsAt
     FROM posting WHERE ${onWay} ORDER BY due_at, number LIMIT ?`,
  ),
  count: db.sqlite.prepare<[], number>(`SELECT count(*) FROM posting WHERE ${onWay}`).pluck(),
  isPackedHere: db.sqlite
    .prepare<[string], number>(
      "SELECT 1 FROM posting WHERE number = ? AND bench_state IN ('packed', 'closed', 'stopped')",
    )
    .pluck(),
}));

const writes = prepareOnce((db: BenchDatabase) => ({
  add: db.sqlite.prepare(
    `INSERT INTO posting_step (posting, n, word, seen_at)
     VALUES (?, 1 + coalesce((SELECT max(n) FROM posting_step WHERE posting = ?), 0), ?, ?)`,
  ),
}));

/** Notes what the shop says of a parcel that was packed here, where it is another word than the last; `at` is epoch ms. */
export function notePostingStep(
  db: BenchDatabase,
  { number, shopStatus, shopStep }: Posting,
  at: number,
): void {
  if (statements(db).isPackedHere.get(number) === undefined) return;
  const word = shopStep ?? shopStatus;
  if (postingSteps(db, number).at(-1)?.word !== word) writes(db).add.run(number, number, word, at);
}

/** What was seen of a parcel, in order. */
export function postingSteps(db: ReadableDatabase, number: PostingNumber): readonly PostingStep[] {
  return statements(db).steps.all(number);
}

/** When this bench handed a parcel over, epoch ms; null where it did not. */
export function handedOverAt(db: ReadableDatabase, number: PostingNumber): number | null {
  return statements(db).handedOverAt.get(number) ?? null;
}

/** Packed parcels that are not there yet, earliest cutoff first, and how many there are. */
export function parcelsOnWay(
  db: ReadableDatabase,
  limit: number,
): { readonly rows: readonly ParcelOnWay[]; readonly total: number } {
  return { rows: statements(db).onWay.all(limit), total: statements(db).count.get() ?? 0 };
}
