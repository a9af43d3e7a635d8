import { describe, expect, it } from 'vitest';
import { BenchFile } from '#contract/bench-file.ts';
import { PostingNumber, Sku } from '#domain/ids.ts';
import { lead, mug, products, samplePosting, towel } from '#domain/packing/testing/sample-bench.ts';
import { Product } from '#domain/posting/product.ts';
import { readPosting } from '../database/event-log.ts';
import { upsertProducts } from '../database/products.ts';
import { transaction } from '../database/transaction.ts';
import { happen, packAndClose, packInto } from './testing/packed-postings.ts';
import { barcodeOf, openTestBench, sampleBenchFile } from './testing/test-bench.ts';

const number = samplePosting().number;
const child = PostingNumber.parse('70000001-0003-2');
const codeOf = (sku: typeof mug) => barcodeOf.get(sku) ?? '';

describe('a bench', () => {
  it('writes every scan down before it answers, whatever came of it', () => {
    const { know, scan, db } = openTestBench();
    know(samplePosting());
    expect([scan(number), scan(codeOf(mug)), scan('nonsense')]).toEqual([
      'posting-opened',
      'unit-packed',
      'unknown-code',
    ]);
    const scanned = readPosting(db, number).filter((event) => event.type === 'scanned');
    expect(scanned).toHaveLength(3);
  });

  it('goes on after a restart at the very same scan', () => {
    const { know, scan, db } = openTestBench();
    know(samplePosting());
    scan(number);
    scan(codeOf(mug));
    const again = openTestBench({ db });
    expect(again.bench.onBench?.session.posting).toBe(number);
    expect(again.scan(codeOf(towel))).toBe('unit-packed');
  });

  it('answers the label of a package that left as one of several as packed already, under either number', () => {
    const { know, scan, db, bench, now } = openTestBench();
    know(samplePosting());
    packAndClose({ db, bench, scan, now }, number, [[mug, mug], [towel]], [number, child]);
    know(
      samplePosting({
        number: child,
        status: 'packed',
        shopStatus: 'awaiting_deliver',
        labelBarcodes: ['%101%2'],
      }),
    );
    expect(bench.onBench?.session.status.kind).toBe('closed');
    expect([scan(child), scan('%101%2'), scan(number)]).toEqual([
      'already-packed',
      'already-packed',
      'already-packed',
    ]);
  });

  it('knows the interim labels of a posting in several packages', () => {
    const { know, scan, db, bench, now } = openTestBench();
    know(samplePosting());
    packAndClose({ db, bench, scan, now }, number, [[mug, mug], [towel]], null);
    expect(bench.onBench?.session.status.kind).toBe('closed');
    expect(scan(`${number}/2`)).toBe('already-packed');
  });

  it('keeps whoever packs signed in over a restart, and packs nothing for nobody', () => {
    const benchFile = { ...sampleBenchFile, packer: undefined };
    const at = openTestBench({ benchFile: BenchFile.parse(benchFile) });
    at.know(samplePosting());
    expect(at.scan(number)).toBe('nobody-signed-in');
    expect([at.scan('PB-BADGE-P2'), at.scan(number)]).toEqual(['signed-in', 'posting-opened']);
    const again = openTestBench({ db: at.db, benchFile: BenchFile.parse(benchFile) });
    expect(again.bench.actor?.id).toBe('P2');
    again.bench.signOut();
    expect(again.scan(codeOf(mug))).toBe('nobody-signed-in');
    expect([again.scan('PB-BADGE-P1'), again.scan(codeOf(mug))]).toEqual(['signed-in', 'unit-packed']);
    expect(again.bench.onBench?.session.packer).toBe('P1');
  });

  it('weighs nothing while nobody is signed in', () => {
    const at = openTestBench();
    at.know(samplePosting());
    packInto(at, number, [[mug, mug, towel]]);
    happen(at, { type: 'lines-changed', lines: [{ sku: mug, quantity: 1, requires: [] }] });
    at.scan('PB-OK');
    at.scan(codeOf(mug));
    at.bench.signOut();
    expect(at.bench.weigh(440)).toBeNull();
  });

  it('hands the open posting to whoever signs in at the screen', () => {
    const at = openTestBench();
    at.know(samplePosting());
    at.scan(number);
    at.bench.signIn(lead);
    expect(at.bench.onBench?.session.packer).toBe(lead.id);
  });

  it('goes on with what was open, whatever was cancelled behind its back before the restart', () => {
    const at = openTestBench();
    const other = PostingNumber.parse('70000001-0009-1');
    at.know(samplePosting(), samplePosting({ number: other }));
    packAndClose(at, other, [[mug, mug, towel]], [other]);
    at.scan(number);
    const closed = at.bench.sessionOf(other);
    if (closed === null) throw new Error('not packed');
    at.bench.happen(closed.id, [{ type: 'cancelled-by-shop' }], 'shop');
    expect(openTestBench({ db: at.db }).bench.onBench?.session.posting).toBe(number);
  });

  it('forgets an answered cancellation', () => {
    const at = openTestBench();
    at.know(samplePosting());
    at.scan(number);
    happen(at, { type: 'cancelled-by-shop' });
    expect(openTestBench({ db: at.db }).bench.onBench?.session.posting).toBe(number);
    at.scan('PB-OK');
    expect(openTestBench({ db: at.db }).bench.onBench).toBeNull();
  });

  it('knows a product that came after the posting was opened', () => {
    const at = openTestBench();
    const late = Sku.parse('1500000077');
    at.know(samplePosting({ lines: [{ sku: late, quantity: 1, requires: [] }] }));
    at.scan(number);
    expect(at.bench.onBench?.products.size).toBe(0);
    const product = { ...products.get(mug), sku: late };
    transaction(at.db, () =>
      upsertProducts(at.db, samplePosting().shop, [{ product: Product.parse(product), codes: [] }], 1),
    );
    at.bench.refreshPosting();
    expect(at.bench.onBench?.products.get(late)?.weightG).toBe(350);
  });

  it('reads a long refusal of the shop back', () => {
    const at = openTestBench();
    at.know(samplePosting());
    at.scan(number);
    happen(at, { type: 'held', reason: 'shop-refused', note: 'x'.repeat(5_000) });
    expect(openTestBench({ db: at.db }).scan(number)).toBe('posting-resumed');
  });

  it('answers a scan that cannot be written, and goes on where its log ends once it can', () => {
    const at = openTestBench();
    at.know(samplePosting());
    at.scan(number);
    at.db.sqlite.pragma('query_only = 1');
    expect(at.scan(codeOf(mug))).toBe('not-saved');
    at.db.sqlite.pragma('query_only = 0');
    expect(at.scan(codeOf(mug))).toBe('unit-packed');
    expect(at.bench.onBench?.session.packages[0]?.units).toHaveLength(1);
  });

  it('answers a scan that a fault befalls, and stands as its log does', () => {
    const at = openTestBench();
    at.know(samplePosting());
    at.scan(number);
    at.scan(codeOf(mug));
    at.db.sqlite.exec('ALTER TABLE product_barcode RENAME TO gone');
    expect(at.scan(codeOf(towel))).toBe('not-saved');
    expect(at.published.at(-1)).toMatchObject({ event: 'verdict', data: { verdict: { code: 'not-saved' } } });
    at.db.sqlite.exec('ALTER TABLE gone RENAME TO product_barcode');
    expect(at.scan(codeOf(towel))).toBe('unit-packed');
    expect(at.bench.onBench?.session.packages[0]?.units).toHaveLength(2);
  });

  it('says once that a weight cannot be written, and takes it when it can', () => {
    const at = openTestBench();
    at.know(samplePosting({ lines: [{ sku: mug, quantity: 1, requires: [] }] }));
    at.scan(number);
    at.scan(codeOf(mug));
    at.scan('PB-BOX-S');
    const answers = () => at.published.filter(({ event }) => event === 'verdict').length;
    const before = answers();
    at.db.sqlite.pragma('query_only = 1');
    for (let n = 0; n < 3; n += 1) expect(at.bench.weigh(440)).toBeNull();
    expect(at.bench.lastVerdict?.code).toBe('not-saved');
    expect(answers()).toBe(before + 1);
    at.db.sqlite.pragma('query_only = 0');
    expect(at.bench.weigh(440)).toMatchObject({ kind: 'accepted' });
  });
});
