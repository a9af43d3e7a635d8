import { BenchFile } from '#contract/bench-file.ts';
import type { StationEventName, StationEvents } from '#contract/events.ts';
import type { PostingNumber, Sku } from '#domain/ids.ts';
import { mug, packer, products, samplePosting, towel } from '#domain/packing/testing/sample-bench.ts';
import type { Posting } from '#domain/posting/posting.ts';
import { toGtin14 } from '#domain/scanning/gtin.ts';
import type { BenchDatabase } from '../../database/bench-database.ts';
import { upsertPostings } from '../../database/postings.ts';
import { upsertProducts } from '../../database/products.ts';
import { openBench } from '../../database/testing/temporary-bench.ts';
import { transaction } from '../../database/transaction.ts';
import { createPublisher, type StationPublisher } from '../../station-events.ts';
import { Bench } from '../bench.ts';

export const barcodeOf: ReadonlyMap<Sku, string> = new Map([
  [mug, '4600000000015'],
  [towel, '4600000000022'],
]);

export const sampleBenchFile = BenchFile.parse({
  bench: 'B1',
  packer: packer.id,
  people: [
    { id: 'P1', name: 'Anna', role: 'packer' },
    { id: 'P2', name: 'Vera', role: 'packer' },
    { id: 'L1', name: 'Oleg', role: 'lead' },
  ],
  cartons: [{ code: 'S', innerMm: [200, 150, 100], outerMm: [206, 156, 106], tareG: 90, maxLoadG: 5000 }],
});

/** A bench over a real database, with what it publishes; time stands at `clock.at` and moves on by a second a scan. */
export type TestBench = {
  readonly db: BenchDatabase;
  readonly bench: Bench;
  readonly publisher: StationPublisher;
  readonly published: { readonly event: StationEventName; readonly data: unknown }[];
  readonly clock: { at: number };
  now(): number;
  /** Takes over postings as the poller does. */
  know(...postings: readonly Posting[]): void;
  /** Scans a code and returns the verdict's code. */
  scan(text: string): string;
};

/** Opens a bench in a home of its own, or again in one that is there. */
export function openTestBench({
  db = openBench(),
  benchFile = sampleBenchFile,
  hasLabel = () => false,
}: {
  readonly db?: BenchDatabase;
  readonly benchFile?: BenchFile;
  readonly hasLabel?: (posting: PostingNumber) => boolean;
} = {}): TestBench {
  const clock = { at: 1_764_000_000_000 };
  const now = () => clock.at;
  const published: TestBench['published'] = [];
  const publisher = createPublisher();
  publisher.listen(<Name extends StationEventName>(event: Name, data: StationEvents[Name]) => {
    published.push({ event, data });
  });
  const withCodes = [...products.values()].map((product) => {
    const code = barcodeOf.get(product.sku);
    const codes = code === undefined ? [] : [toGtin14(code) ?? code];
    return { product, codes };
  });
  transaction(db, () => upsertProducts(db, samplePosting().shop, withCodes, now()));
  const bench = new Bench({
    ...{ db, publisher, now, hasLabel },
    isScaleThere: () => true,
    benchFile: () => benchFile,
    monotonicMs: () => clock.at,
  });
  return {
    ...{ db, bench, publisher, published, clock, now },
    know: (...postings) => void transaction(db, () => upsertPostings(db, postings, now())),
    scan(text) {
      clock.at += 1_000;
      return bench.scan(text, 'scanner-1').code;
    },
  };
}
