import { describe, expect, it } from 'vitest';
import { SessionView } from '#contract/bench-view.ts';
import { mug, samplePosting, stranger, towel } from '#domain/packing/testing/sample-bench.ts';
import { toSessionView, type ViewSources } from './session-view.ts';
import { happen, packInto } from './testing/packed-postings.ts';
import { barcodeOf, openTestBench, sampleBenchFile, type TestBench } from './testing/test-bench.ts';

const number = samplePosting().number;

function opened() {
  const at = openTestBench();
  at.know(samplePosting());
  at.scan(number);
  return at;
}

function viewOf(at: TestBench, other: Partial<ViewSources> = {}) {
  const onBench = at.bench.onBench;
  if (onBench === null) throw new Error('nothing is on the bench');
  const view = toSessionView(onBench.session, {
    posting: onBench.posting,
    packerName: 'Anna',
    products: onBench.products,
    cartons: sampleBenchFile.cartons,
    rules: sampleBenchFile.rules,
    pictureOf: () => null,
    printerOf: () => null,
    readsWhenWorn: () => true,
    ...other,
  });
  return SessionView.parse(view);
}

describe('the posting as the window paints it', () => {
  it('says of each product how many are in and how many belong in', () => {
    const at = opened();
    at.scan(barcodeOf.get(mug) ?? '');
    expect(viewOf(at).lines).toMatchObject([
      { sku: mug, name: 'Mug', packed: 1, wanted: 2, wantedInPackage: 2 },
      { sku: towel, name: 'Towel', packed: 0, wanted: 1 },
    ]);
  });

  it('shows the package in hand, not the whole posting, where the plan has several', () => {
    const at = openTestBench();
    at.know(samplePosting());
    packInto(at, number, [[mug, mug]]);
    happen(at, {
      type: 'planned',
      packages: [{ carton: null, contents: [{ sku: towel, quantity: 1 }], fillerG: 0 }],
    });
    const view = viewOf(at);
    expect(view.current).toBe(2);
    expect(view.lines.map((line) => line.wantedInPackage)).toEqual([0, 1]);
  });

  it('names a product that the bench does not know by its number', () => {
    const at = openTestBench();
    at.know(samplePosting({ lines: [{ sku: stranger, quantity: 1, requires: [] }] }));
    at.scan(number);
    expect(viewOf(at).lines).toMatchObject([{ name: stranger, weightG: null, barcodes: [] }]);
  });

  it.each([
    [
      'a wrong item',
      (at: TestBench) => at.scan('4600000000022'),
      { kind: 'rejection', reason: 'wrong-item' },
    ],
    ['a reason for holding', (at: TestBench) => at.scan('PB-HOLD'), { kind: 'hold-reason' }],
  ])('shows %s as the one thing to answer', (_, act, pending) => {
    const at = openTestBench();
    at.know(samplePosting({ lines: [{ sku: mug, quantity: 1, requires: [] }] }));
    at.scan(number);
    act(at);
    expect(viewOf(at).pending).toMatchObject(pending);
  });

  it('shows what the package should weigh, and why a weight was refused', () => {
    const weighed = openTestBench();
    weighed.know(samplePosting({ lines: [{ sku: mug, quantity: 2, requires: [] }] }));
    weighed.scan(number);
    expect(viewOf(weighed).packages[0]?.expectedG).toBeNull();
    const carton = sampleBenchFile.cartons[0]?.code ?? null;
    const contents = [{ sku: mug, quantity: 2 }];
    happen(weighed, { type: 'planned', packages: [{ carton, contents, fillerG: 0 }] });
    for (let i = 0; i < 2; i += 1) weighed.scan(barcodeOf.get(mug) ?? '');
    expect(weighed.bench.weigh(440)).toMatchObject({ kind: 'refused' });
    expect(viewOf(weighed)).toMatchObject({
      weightRefusal: { weightG: 440, expectedG: 790, explainedByName: 'Mug' },
      packages: [{ expectedG: 790, toleranceG: 30 }],
    });
  });
});
