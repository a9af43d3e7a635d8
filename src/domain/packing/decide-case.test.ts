import { beforeEach, describe, expect, it } from 'vitest';
import { CartonCode } from '../ids.ts';
import type { SessionEvent } from './session-event.ts';
import { type BenchRun, startRun } from './testing/bench-run.ts';
import {
  control,
  mug,
  perfume,
  postingScan,
  productScan,
  sampleContext,
  samplePosting,
  stranger,
  towel,
} from './testing/sample-bench.ts';

const context = sampleContext();
const onePackage: SessionEvent = {
  type: 'planned',
  packages: [
    {
      carton: CartonCode.parse('S'),
      contents: [
        { sku: mug, quantity: 2 },
        { sku: towel, quantity: 1 },
      ],
      fillerG: 10,
    },
  ],
};
const caseScan = (sku: typeof mug, caseOf: number | null) => ({ ...productScan(sku), caseOf });

let bench: BenchRun;
beforeEach(() => {
  bench = startRun();
  bench.scan(postingScan(samplePosting().number), context);
  bench.happen(onePackage);
});

describe('a case of several units', () => {
  it('puts all its units in at once', () => {
    expect(bench.scan(caseScan(mug, 2), context)).toMatchObject({
      kind: 'accepted',
      code: 'unit-packed',
      details: { packed: 2, wanted: 2 },
    });
    expect(bench.scan(productScan(towel), context).code).toBe('package-complete');
  });

  it('is taken out again as a whole, and what was scanned by itself stays', () => {
    bench.scan(productScan(towel), context);
    bench.scan(caseScan(mug, 2), context);
    expect(bench.scan(control('undo'), context)).toMatchObject({
      code: 'case-undone',
      details: { units: 2 },
    });
    expect(bench.session?.packages[0]?.units.map(({ sku }) => sku)).toEqual([towel]);
    expect(bench.scan(control('undo'), context).code).toBe('unit-undone');
    expect(bench.scan(caseScan(mug, 2), context).code).toBe('unit-packed');
  });

  it('of which one unit was broken gives back the others', () => {
    bench.scan(caseScan(mug, 2), context);
    expect(bench.scan(control('damaged'), context).code).toBe('unit-damaged');
    expect(bench.scan(control('undo'), context).code).toBe('unit-undone');
    expect(bench.scan(control('undo'), context).code).toBe('nothing-to-undo');
  });

  it('that holds more than is needed puts nothing in', () => {
    bench.scan(productScan(mug), context);
    const before = bench.events.length;
    expect(bench.scan(caseScan(mug, 2), context)).toMatchObject({
      code: 'case-too-large',
      details: { units: 2, left: 1 },
    });
    expect(bench.events).toHaveLength(before);
    expect(bench.scan(productScan(mug), context).code).toBe('unit-packed');
    expect(bench.scan(caseScan(mug, 2), context).code).toBe('too-many');
  });

  it.each([
    ['of nobody knows how many', caseScan(mug, null), 'case-size-unknown'],
    ['of another product', caseScan(stranger, 2), 'wrong-item'],
  ])('%s is refused', (_, scan, code) => {
    expect(bench.scan(scan, context).code).toBe(code);
  });

  it('of goods with a marking code each is scanned one by one', () => {
    const marked = startRun();
    const posting = samplePosting();
    const line = { ...posting.lines[0], sku: perfume, quantity: 2, requires: ['marking-code' as const] };
    if (posting.lines[0] === undefined) throw new Error('the sample has lines');
    const target = { ...posting, lines: [{ ...posting.lines[0], ...line }] };
    const at = { ...context, targetOf: () => ({ posting: target, last: null, canRelabel: false }) };
    marked.scan(postingScan(posting.number), at);
    marked.happen({
      type: 'planned',
      packages: [{ carton: CartonCode.parse('S'), contents: [{ sku: perfume, quantity: 2 }], fillerG: 0 }],
    });
    expect(marked.scan(caseScan(perfume, 2), at).code).toBe('case-of-marked');
  });
});
