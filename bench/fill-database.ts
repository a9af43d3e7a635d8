import { toGtin14 } from '#domain/scanning/gtin.ts';
import type { BenchDatabase } from '#station/database/bench-database.ts';
import { upsertPostings } from '#station/database/postings.ts';
import { upsertProducts } from '#station/database/products.ts';
import { transaction } from '#station/database/transaction.ts';
import { madeUpShop, postingNo, products } from './made-up-goods.ts';
import { say } from './say.ts';
import { recordPacked } from './seed-history.ts';

/** How a seeded database is made up; the postings are numbered as in `made-up-goods.ts`. */
export type SeedPlan = {
  readonly postings: number;
  /** The first so many wait in the queue, … */
  readonly queued: number;
  /** … the next so many were packed at this bench, ten thousand a day, with everything that packing leaves behind; … */
  readonly packedHere: number;
  // … and the others, packed elsewhere, are only known.
};

/** A bench on its first day. */
export const smallPlan: SeedPlan = { postings: 1_000, queued: 1_000, packedHere: 0 };

/** A bench of a warehouse with a million postings behind and before it. */
export const largePlan: SeedPlan = { postings: 1_000_000, queued: 150_000, packedHere: 50_000 };

/** Packages of one day in the large database. */
export const packedADay = 10_000;

/** The day on which the newest of the packed ones were packed, and the cutoff that the queue begins with; epoch ms. */
export type SeedMoments = { readonly lastDayAt: number; readonly firstCutoffAt: number };

const atOnce = 5_000;
const dayMs = 86_400_000;

/** Fills an empty database by the station's own code. Durability is off meanwhile: what a crash ruins is made anew. */
export function fillDatabase(db: BenchDatabase, plan: SeedPlan, moments: SeedMoments): void {
  db.sqlite.pragma('synchronous = OFF');
  db.sqlite.pragma('cache_size = -262144');
  const codes = (barcodes: readonly string[]) => barcodes.map((barcode) => toGtin14(barcode) ?? barcode);
  transaction(db, () =>
    upsertProducts(
      db,
      madeUpShop,
      products.map((product) => ({ product, codes: codes(product.barcodes) })),
      moments.lastDayAt,
    ),
  );
  for (let from = 0; from < plan.postings; from += atOnce) {
    transaction(db, () => fillSome(db, plan, moments, from));
    if ((from / atOnce) % 20 === 19) say(`  ${(from + atOnce).toLocaleString('en')} postings`);
  }
}

function fillSome(db: BenchDatabase, plan: SeedPlan, moments: SeedMoments, from: number): void {
  const { queued, packedHere } = plan;
  const { firstCutoffAt, lastDayAt } = moments;
  for (let n = from; n < Math.min(from + atOnce, plan.postings); n += 1) {
    const isPackedHere = n >= queued && n < queued + packedHere;
    const isToPack = n < queued || isPackedHere;
    const posting = postingNo(n, isToPack ? 'to-pack' : 'handed-over', firstCutoffAt);
    upsertPostings(db, [posting], lastDayAt);
    if (!isPackedHere) continue;
    const nth = queued + packedHere - 1 - n;
    const daysBefore = Math.floor(nth / packedADay);
    // Eight hours of packing from the morning on.
    const inDayMs = Math.round(((packedADay - 1 - (nth % packedADay)) / packedADay) * 8 * 3_600_000);
    recordPacked(db, posting, lastDayAt - daysBefore * dayMs + inDayMs);
  }
}
