import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CartonCode } from '../ids.ts';
import { limitBreach, sortedEdges } from './acceptance-limits.ts';
import type { SessionEvent } from './session-event.ts';
import { startRun } from './testing/bench-run.ts';
import {
  control,
  lead,
  mug,
  packer,
  postingScan,
  productScan,
  sampleContext,
  samplePosting,
  towel,
} from './testing/sample-bench.ts';

const none = { minWeightG: null, maxWeightG: null, edgesMm: [null, null, null] } as const;
const edge = fc.option(fc.integer({ min: 1, max: 2000 }));
const box = fc.tuple(
  fc.integer({ min: 1, max: 2000 }),
  fc.integer({ min: 1, max: 2000 }),
  fc.integer({ min: 1, max: 2000 }),
);

describe('limits of an acceptance point', () => {
  it('are none where it sets none, or where nothing is known of the parcel', () => {
    expect(limitBreach(null, { weightG: 99_999, outerMm: [9999, 1, 1] })).toBeNull();
    expect(limitBreach({ ...none, edgesMm: [null, null, null] }, { weightG: 1, outerMm: null })).toBeNull();
    const strict = { minWeightG: 10, maxWeightG: 20, edgesMm: sortedEdges([1, 1, 1]) };
    expect(limitBreach(strict, { weightG: null, outerMm: null })).toBeNull();
  });

  it('say by how much a parcel is beyond them, to the gram and the millimetre', () => {
    const limits = { minWeightG: 100, maxWeightG: 1000, edgesMm: sortedEdges([300, 200, 100]) };
    const inside = [200, 100, 300] as const;
    expect(limitBreach(limits, { weightG: 1000, outerMm: [...inside] })).toBeNull();
    expect(limitBreach(limits, { weightG: 1000.2, outerMm: [...inside] })).toEqual({
      ...{ kind: 'too-heavy', limit: 1000, by: 1 },
    });
    expect(limitBreach(limits, { weightG: 40, outerMm: [...inside] })).toEqual({
      ...{ kind: 'too-light', limit: 100, by: 60 },
    });
    expect(limitBreach(limits, { weightG: 500, outerMm: [110, 300, 120] })).toEqual({
      ...{ kind: 'too-large', limit: 100, by: 10 },
    });
  });

  it('mean the parcel however it is turned', () => {
    fc.assert(
      fc.property(edge, edge, edge, box, (a, b, c, [x, y, z]) => {
        const limits = { ...none, edgesMm: sortedEdges([a, b, c]) };
        const breach = limitBreach(limits, { weightG: null, outerMm: [x, y, z] });
        expect(limitBreach(limits, { weightG: null, outerMm: [z, x, y] })).toEqual(breach);
        const bound = (one: number | null) => one ?? Number.POSITIVE_INFINITY;
        const fits = [
          ...[[x, y, z] as const, [x, z, y] as const, [y, x, z] as const],
          ...[[y, z, x] as const, [z, x, y] as const, [z, y, x] as const],
        ].some(([p, q, r]) => p <= bound(a) && q <= bound(b) && r <= bound(c));
        expect(breach === null).toBe(fits);
      }),
    );
  });
});

describe('a package that the acceptance point would not take', () => {
  const inS: SessionEvent = {
    type: 'planned',
    packages: [
      {
        carton: CartonCode.parse('S'),
        contents: [
          { sku: mug, quantity: 2 },
          { sku: towel, quantity: 1 },
        ],
        fillerG: 0,
      },
    ],
  };
  const rightG = 350 * 2 + 220 + 90;
  const heavy = sampleContext({ limits: { ...none, maxWeightG: 1000, edgesMm: [null, null, null] } });
  const badge = (actor: typeof lead) => ({ kind: 'badge', actor, text: 'badge' }) as const;
  const packed = (context = heavy) => {
    const bench = startRun();
    bench.scan(postingScan(samplePosting().number), context);
    bench.happen(inS);
    for (const sku of [mug, mug, towel]) bench.scan(productScan(sku), context);
    return bench;
  };

  it('is refused when it is weighed, and passes with a lead alone, on record', () => {
    const bench = packed();
    expect(bench.weigh(rightG, heavy)).toMatchObject({
      ...{ kind: 'over-limit', breach: { kind: 'too-heavy', limit: 1000, by: 10 } },
    });
    expect(bench.session?.isShipRequested).toBe(false);
    expect(bench.scan(control('ok'), heavy).code).toBe('lead-needed');
    expect(bench.scan(badge(packer), heavy).code).toBe('lead-needed');
    expect(bench.scan(badge(lead), heavy).code).toBe('limit-overridden');
    expect(bench.events.slice(-2)).toMatchObject([
      { type: 'package-packed', weightG: rightG, expectedG: rightG, overriddenBy: lead.id },
      { type: 'ship-requested' },
    ]);
  });

  it('is refused still when a lead has let a wrong weight pass', () => {
    const bench = packed();
    expect(bench.weigh(rightG + 500, heavy).kind).toBe('refused');
    expect(bench.scan(badge(lead), heavy)).toMatchObject({
      ...{ code: 'over-acceptance-limit', details: { kind: 'too-heavy', by: 510 } },
    });
    expect(bench.scan(badge(lead), heavy).code).toBe('limit-overridden');
  });

  it('goes on with fewer items, in another carton, or after another look at the scale', () => {
    const bench = packed();
    bench.weigh(rightG, heavy);
    expect(bench.scan(control('undo'), heavy).code).toBe('unit-undone');
    expect(bench.session?.limitRefusal).toBeNull();
    expect(bench.scan(control('split'), heavy).code).toBe('package-split');
    expect(bench.weigh(rightG - 220, heavy).kind).toBe('accepted');
  });

  it('is refused by its carton where nothing is weighed', () => {
    const small = sampleContext({
      ...{ rules: { ...heavy.rules, requireWeight: false } },
      limits: { ...none, edgesMm: [100, 100, 100] },
    });
    const bench = packed(small);
    expect(bench.scan(control('ok'), small)).toMatchObject({
      ...{ code: 'over-acceptance-limit', details: { kind: 'too-large', limit: 100, by: 106 } },
    });
    expect(bench.scan(control('ok'), small).code).toBe('lead-needed');
    expect(bench.scan(badge(lead), small).code).toBe('limit-overridden');
  });
});
