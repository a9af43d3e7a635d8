import { CartonCode, type PostingNumber, type Sku } from '#domain/ids.ts';
import type { Session } from '#domain/packing/session.ts';
import type { SessionEvent } from '#domain/packing/session-event.ts';
import type { TestBench } from './test-bench.ts';
import { barcodeOf } from './test-bench.ts';

type At = Pick<TestBench, 'db' | 'bench' | 'scan' | 'now'>;

/** Adds facts to the session on the bench, as the station's parts do. */
export function happen({ bench }: Pick<TestBench, 'bench'>, ...events: SessionEvent[]): Session | null {
  const onBench = bench.onBench;
  if (onBench === null) throw new Error('nothing is on the bench');
  return bench.happen(onBench.id, events, 'station');
}

/** Packs and weighs the sample posting in the given packages; everything but its labels is done then. */
export function packInto(at: At, posting: PostingNumber, packages: readonly (readonly Sku[])[]): void {
  at.scan(posting);
  happen(at, {
    type: 'planned',
    packages: packages.map((skus) => ({
      carton: CartonCode.parse('S'),
      contents: [...new Set(skus)].map((sku) => ({
        sku,
        quantity: skus.filter((other) => other === sku).length,
      })),
      fillerG: 0,
    })),
  });
  for (const skus of packages) {
    for (const sku of skus) at.scan(barcodeOf.get(sku) ?? '');
    const { onBench } = at.bench;
    const products = onBench?.products;
    const unitsG = skus.reduce((sum, sku) => sum + (products?.get(sku)?.weightG ?? 0), 0);
    at.bench.weigh(unitsG + 90);
  }
}

/** A label of a package that reached paper. */
export function labelPrinted(at: Pick<TestBench, 'bench'>, n: number, interim: boolean): void {
  const job = `job-${n}`;
  happen(
    at,
    interim
      ? { type: 'interim-chosen', package: n, why: 'offline' }
      : { type: 'label-ready', package: n, sha256: 'a', codes: [] },
    { type: 'label-queued', package: n, job, copy: 1, interim },
    { type: 'label-sent', package: n, job, confirmed: true },
  );
}

/** Packs a posting, has the shop ship it as these numbers (null: offline, with interim labels) and verifies its labels. */
export function packAndClose(
  at: At,
  posting: PostingNumber,
  packages: readonly (readonly Sku[])[],
  shopPostings: readonly PostingNumber[] | null,
): void {
  packInto(at, posting, packages);
  if (shopPostings !== null) {
    const shipped = shopPostings.map((shopPosting, index) => ({
      n: index + 1,
      shopPosting,
      labelBarcodes: [`%101%${index + 1}`],
    }));
    happen(at, { type: 'shipped', packages: shipped });
  }
  for (const [index] of packages.entries()) {
    labelPrinted(at, index + 1, shopPostings === null);
    const own = packages.length === 1 ? posting : `${posting}/${index + 1}`;
    at.scan(shopPostings === null ? own : `%101%${index + 1}`);
  }
}
