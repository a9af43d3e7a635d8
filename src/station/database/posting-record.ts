import { z } from 'zod';
import type { PostingNumber } from '#domain/ids.ts';
import { PostingTrait, ShopOffer } from '#domain/posting/handling.ts';
import { type Posting, Requirement } from '#domain/posting/posting.ts';
import type { ReadableDatabase } from './bench-database.ts';
import { eq, sql } from './drizzle.ts';
import { prepareOnce } from './prepare-once.ts';
import { type BenchState, labelBarcode, line, posting } from './schema.ts';

/** A posting as the shop said it last, and where it stands at this bench. Times are epoch ms. */
export type PostingRecord = {
  readonly posting: Posting;
  readonly benchState: BenchState;
  readonly firstSeenAt: number;
  /** When the shop last said something new of it. */
  readonly changedAt: number;
};

/** Stands for "no cutoff" where postings are sorted. */
export const neverDue = 9_007_199_254_740_991;

const Requirements = z.array(Requirement);
const Traits = z.array(PostingTrait);
const Offers = z.array(ShopOffer);

const statements = prepareOnce((db: ReadableDatabase) => ({
  byNumber: db.orm
    .select()
    .from(posting)
    .where(eq(posting.number, sql.placeholder('number')))
    .prepare(),
  lines: db.orm
    .select()
    .from(line)
    .where(eq(line.posting, sql.placeholder('number')))
    .orderBy(line.n)
    .prepare(),
  barcodes: db.orm
    .select()
    .from(labelBarcode)
    .where(eq(labelBarcode.posting, sql.placeholder('number')))
    .orderBy(labelBarcode.barcode)
    .prepare(),
}));

/** One posting with its lines and the barcodes of its own label; null when this bench does not know it. */
export function getPosting(db: ReadableDatabase, number: PostingNumber): PostingRecord | null {
  const row = statements(db).byNumber.get({ number });
  if (row === undefined) return null;
  const lines = statements(db).lines.all({ number });
  const barcodes = statements(db).barcodes.all({ number });
  return {
    posting: {
      number: row.number,
      shop: row.shop,
      status: row.status,
      shopStatus: row.shopStatus,
      cutoffAt: row.cutoffAt,
      lines: lines.map(({ sku, quantity, requires }) => {
        return { sku, quantity, requires: Requirements.parse(JSON.parse(requires)) };
      }),
      deliveryMethod: { id: row.deliveryMethodId, name: row.deliveryMethod, warehouse: row.warehouse },
      labelBarcodes: barcodes.filter((code) => code.shopPosting === number).map((code) => code.barcode),
      isExpress: row.isExpress,
      handling: {
        ...{ substatus: row.substatus, offers: offersFrom(row.offers) },
        ...{ traits: traitsFrom(row.traits), unsaid: [], company: row.company },
      },
    },
    benchState: row.benchState,
    firstSeenAt: row.firstSeenAt,
    changedAt: row.changedAt,
  };
}

/** Traits as a row keeps them. */
export function traitsFrom(text: string): PostingTrait[] {
  return Traits.parse(JSON.parse(text));
}

/** What the shop offers, as a row keeps it; null where it has not said. */
export function offersFrom(text: string | null): ShopOffer[] | null {
  return text === null ? null : Offers.parse(JSON.parse(text));
}
