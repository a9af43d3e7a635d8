import type { PostingNumber, ShopId, Sku } from '#domain/ids.ts';
import type { Handling } from '#domain/posting/handling.ts';
import type { ReadableDatabase } from './bench-database.ts';
import { and, asc, eq, gt, lte, sql } from './drizzle.ts';
import { neverDue, offersFrom, traitsFrom } from './posting-record.ts';
import { prepareOnce } from './prepare-once.ts';
import { type BenchState, line, posting, postingCount, product, queueCutoff } from './schema.ts';

/** A posting in a list. */
export type QueueEntry = {
  readonly posting: PostingNumber;
  readonly shop: ShopId;
  readonly cutoffAt: number | null;
  readonly state: BenchState;
  readonly shopStatus: string;
  readonly deliveryMethod: string;
  readonly isExpress: boolean;
  readonly handling: Handling;
  readonly units: number;
  /** `name` is empty while the product is not known. */
  readonly lines: readonly { readonly sku: Sku; readonly name: string; readonly quantity: number }[];
};

const statements = prepareOnce((db: ReadableDatabase) => ({
  page: db.orm
    .select()
    .from(posting)
    .where(eq(posting.benchState, sql.placeholder('state')))
    .orderBy(asc(posting.dueAt), asc(posting.number))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
  lines: db.orm
    .select({ sku: line.sku, quantity: line.quantity, name: product.name })
    .from(line)
    .leftJoin(product, eq(product.sku, line.sku))
    .where(eq(line.posting, sql.placeholder('number')))
    .orderBy(line.n)
    .prepare(),
  count: db.orm
    .select()
    .from(postingCount)
    .where(eq(postingCount.benchState, sql.placeholder('state')))
    .prepare(),
  queuedOf: db.sqlite
    .prepare<[string], number>("SELECT count(*) FROM posting WHERE shop = ? AND bench_state = 'queued'")
    .pluck(),
  cutoffs: db.orm
    .select()
    .from(queueCutoff)
    .where(
      and(gt(queueCutoff.dueAt, sql.placeholder('after')), lte(queueCutoff.dueAt, sql.placeholder('upTo'))),
    )
    .orderBy(queueCutoff.dueAt)
    .prepare(),
}));

/** Postings in one state, soonest cutoff first, `limit` of them from `offset` on, and how many there are in all. */
export function listPostings(
  db: ReadableDatabase,
  page: { readonly state: BenchState; readonly limit: number; readonly offset: number },
): { readonly entries: readonly QueueEntry[]; readonly total: number } {
  const entries = statements(db)
    .page.all(page)
    .map((row) => {
      const lines = statements(db).lines.all({ number: row.number });
      return {
        posting: row.number,
        shop: row.shop,
        cutoffAt: row.cutoffAt,
        state: row.benchState,
        shopStatus: row.shopStatus,
        deliveryMethod: row.deliveryMethod,
        isExpress: row.isExpress,
        handling: {
          ...{ substatus: row.substatus, offers: offersFrom(row.offers) },
          ...{ traits: traitsFrom(row.traits), unsaid: [], company: row.company },
        },
        units: lines.reduce((sum, { quantity }) => sum + quantity, 0),
        lines: lines.map(({ name, ...rest }) => ({ ...rest, name: name ?? '' })),
      };
    });
  return { entries, total: countPostings(db, page.state) };
}

/** How many postings are in a state; read off a counter. */
export function countPostings(db: ReadableDatabase, state: BenchState): number {
  return statements(db).count.get({ state })?.postings ?? 0;
}

/** How many postings of a shop wait to be packed; counted one by one. */
export function countQueuedOf(db: ReadableDatabase, shop: ShopId): number {
  return statements(db).queuedOf.get(shop) ?? 0;
}

/** Cutoffs with how many queued postings wait for each, soonest first, those without a cutoff last. */
export function queueCutoffs(
  db: ReadableDatabase,
): readonly { readonly cutoffAt: number | null; readonly postings: number }[] {
  return statements(db)
    .cutoffs.all({ after: Number.MIN_SAFE_INTEGER, upTo: neverDue })
    .map(({ dueAt, postings }) => ({ cutoffAt: dueAt === neverDue ? null : dueAt, postings }));
}

/** Queued postings whose cutoff is at `upTo` (epoch ms) or before it. */
export function countDueUpTo(db: ReadableDatabase, upTo: number): number {
  const cutoffs = statements(db).cutoffs.all({ after: Number.MIN_SAFE_INTEGER, upTo });
  return cutoffs.reduce((sum, { postings }) => sum + postings, 0);
}
