import { beforeEach, describe, expect, it } from 'vitest';
import { CartonCode, PostingNumber } from '../ids.ts';
import { phaseOf } from './session.ts';
import { type BenchRun, startRun } from './testing/bench-run.ts';
import {
  mug,
  postingScan,
  productScan,
  sampleContext,
  samplePosting,
  towel,
} from './testing/sample-bench.ts';

const parent = samplePosting().number;
const child = PostingNumber.parse('70000001-0003-2');
const context = sampleContext();

let bench: BenchRun;

/** Two packages, both packed: two mugs, then a towel. */
beforeEach(() => {
  bench = startRun();
  bench.scan(postingScan(parent), context);
  bench.happen({
    type: 'planned',
    packages: [
      { carton: CartonCode.parse('S'), contents: [{ sku: mug, quantity: 2 }], fillerG: 0 },
      { carton: CartonCode.parse('S'), contents: [{ sku: towel, quantity: 1 }], fillerG: 0 },
    ],
  });
  for (const sku of [mug, mug]) bench.scan(productScan(sku), context);
  bench.weigh(790, context);
  bench.scan(productScan(towel), context);
  bench.weigh(310, context);
});

function shopShips() {
  bench.happen({
    type: 'shipped',
    packages: [
      { n: 1, shopPosting: parent, labelBarcodes: ['%101%1'] },
      { n: 2, shopPosting: child, labelBarcodes: ['%101%2'] },
    ],
  });
}

function labelPrinted(n: number, interim = false) {
  const job = `job-${n}`;
  bench.happen(
    interim
      ? { type: 'interim-chosen', package: n, why: 'offline' }
      : { type: 'label-ready', package: n, sha256: 'a', codes: [`%101%${n}`] },
    { type: 'label-queued', package: n, job, copy: 1, interim },
    { type: 'label-sent', package: n, job, confirmed: true },
  );
}

/** The second package's label may be known as the parent's and as the child's: a code is looked up in both. */
function scanLabel(posting: string, text: string) {
  return bench.scan({ kind: 'posting', posting: PostingNumber.parse(posting), text }, context).code;
}

describe('labels of a posting in several packages', () => {
  it.each([
    [parent, '%101%2'],
    [child, '%101%2'],
    [parent, child],
    [child, child],
  ])('never prove the first package with the second one’s label (%s, %s)', (posting, text) => {
    shopShips();
    labelPrinted(1);
    expect(scanLabel(posting, text)).toBe('label-of-another-posting');
  });

  it('close the packages one after the other, each by its own label', () => {
    shopShips();
    labelPrinted(1);
    expect(scanLabel(parent, '%101%1')).toBe('label-verified');
    labelPrinted(2);
    expect(scanLabel(parent, '%101%1')).toBe('label-of-another-posting');
    expect(scanLabel(child, '%101%2')).toBe('posting-closed');
  });

  it('are told apart on interim labels too, also when the shop has shipped meanwhile', () => {
    labelPrinted(1, true);
    expect(scanLabel(parent, `${parent}/2`)).toBe('label-of-another-posting');
    expect(scanLabel(parent, `${parent}/1`)).toBe('label-verified');
    labelPrinted(2, true);
    shopShips();
    expect(scanLabel(parent, `${parent}/1`)).toBe('label-of-another-posting');
    expect(scanLabel(parent, `${parent}/2`)).toBe('posting-closed');
    expect(bench.session && phaseOf(bench.session)).toBe('closed');
  });

  it('take an interim label for nothing once the shop’s own is due', () => {
    for (const n of [1, 2]) {
      labelPrinted(n, true);
      scanLabel(parent, `${parent}/${n}`);
    }
    shopShips();
    const target = { posting: samplePosting(), last: bench.session, canRelabel: true };
    bench.scan(postingScan(parent), sampleContext({ target }));
    labelPrinted(1);
    expect(scanLabel(parent, `${parent}/1`)).toBe('label-of-another-posting');
    expect(scanLabel(parent, '%101%1')).toBe('label-verified');
  });
});
