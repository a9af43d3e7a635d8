import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CartonPlan,
  type CartonRequest,
  type CartonType,
  cartonize,
  cartonSearch,
  fullestLoad,
  type PackItem,
} from './cartonize.ts';
import { planFaults } from './testing/plan-faults.ts';
import { carton, SHELF, unit } from './testing/requests.ts';

const edge = fc.integer({ min: 10, max: 190 });
const upright = fc.oneof(
  fc.constantFrom('any' as const, 'keep' as const),
  fc.tuple(fc.boolean(), fc.boolean(), fc.constant(true)),
);

/** Lines of goods with every rule that goods can have. */
const item: fc.Arbitrary<PackItem> = fc.record({
  sku: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  quantity: fc.integer({ min: 1, max: 4 }),
  sizeMm: fc.tuple(edge, edge, edge),
  weightG: fc.integer({ min: 0, max: 1500 }),
  upright,
  isFixed: fc.boolean(),
  fragile: fc.boolean(),
  bearsG: fc.integer({ min: 0, max: 5000 }),
  apartFrom: fc.subarray(['a', 'b'], { maxLength: 1 }),
  soft: fc.record({ pressedMm: edge, folds: fc.integer({ min: 0, max: 2 }) }),
});
const orders = fc.array(item, { minLength: 1, maxLength: 6 });
const plain = fc.array(
  fc
    .tuple(edge, edge, edge, fc.integer({ min: 1, max: 3 }))
    .map(([x, y, z, quantity]) => unit([x, y, z], { quantity })),
  { minLength: 1, maxLength: 5 },
);
const innerMm = fc.tuple(
  fc.integer({ min: 60, max: 500 }),
  fc.integer({ min: 60, max: 400 }),
  fc.integer({ min: 60, max: 300 }),
);

/** Packages and their inner volume; a plan that is not there is worse than any. */
function worthOf(plan: CartonPlan, cartons: readonly CartonType[]): readonly [number, number] {
  if (plan.kind === 'impossible') return [Number.POSITIVE_INFINITY, 0];
  const volumes = plan.packages.map((packed) => {
    const [x, y, z] = cartons.find(({ code }) => code === packed.carton)?.innerMm ?? [0, 0, 0];
    return x * y * z;
  });
  return [plan.packages.length, volumes.reduce((sum, mm3) => sum + mm3, 0)];
}

function isNoWorse(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]);
}

describe('whatever is asked', () => {
  it('is packed by all rules that goods can have, or refused with the items named', () => {
    fc.assert(
      fc.property(orders, fc.integer({ min: 0, max: 5 }), (items, clearanceMm) => {
        const plan = cartonize({ items, cartons: SHELF, clearanceMm, triesMax: 20 });
        if (plan.kind === 'impossible') expect(plan.items.length).toBeGreaterThan(0);
        else {
          const free = { besideMm: clearanceMm, underMm: 0, aboveMm: clearanceMm };
          expect(planFaults(plan.packages, items, SHELF, free)).toEqual([]);
          for (const { placements } of plan.packages) {
            const together = new Set(placements.map((placement) => items[placement.item]?.sku ?? ''));
            const apart = placements.flatMap((placement) => items[placement.item]?.apartFrom ?? []);
            const own = placements.filter(({ item: at }) =>
              items[at]?.apartFrom?.includes(items[at]?.sku ?? ''),
            );
            if (own.length === 0) expect(apart.filter((sku) => together.has(sku))).toEqual([]);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is never packed worse because a carton was added', () => {
    fc.assert(
      fc.property(plain, innerMm, fc.integer({ min: 0, max: SHELF.length }), (items, inner, left) => {
        const shelf = SHELF.slice(-Math.max(2, left));
        const more = [...shelf, carton('NEW', inner)];
        const before = worthOf(cartonize({ items, cartons: shelf, triesMax: 30 }), shelf);
        const after = worthOf(cartonize({ items, cartons: more, triesMax: 30 }), more);
        expect(isNoWorse(after, before)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('is the same for the same seed, and never proven wrong by another', () => {
    fc.assert(
      fc.property(plain, fc.integer({ min: 2, max: 1000 }), (items, seed) => {
        const request: CartonRequest = { items, cartons: SHELF, triesMax: 25 };
        const plan = cartonize(request);
        expect(cartonize(request)).toEqual(plan);
        const other = cartonize({ ...request, seed });
        if (plan.kind === 'packed' && plan.isProvenBest)
          expect(isNoWorse(worthOf(plan, SHELF), worthOf(other, SHELF))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('has a valid answer at every moment from the first on, and only better ones later', () => {
    fc.assert(
      fc.property(orders, (items) => {
        const search = cartonSearch({ items, cartons: SHELF, triesMax: 15 });
        let last: readonly [number, number] = [Number.POSITIVE_INFINITY, 0];
        for (let isOpen = true; isOpen; ) {
          isOpen = search.step();
          const plan = search.plan();
          if (plan?.kind !== 'packed') continue;
          const worth = worthOf(plan, SHELF);
          expect(isNoWorse(worth, last)).toBe(true);
          if (worth[0] !== last[0] || worth[1] !== last[1])
            expect(planFaults(plan.packages, items, SHELF)).toEqual([]);
          last = worth;
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is loaded by the same rules when one carton is to be as full as it gets', () => {
    fc.assert(
      fc.property(orders, innerMm, (items, inner) => {
        const box = carton('BOX', inner);
        const search = fullestLoad({ items, carton: box, triesMax: 10 });
        while (search.step());
        const load = search.load();
        const counted = items.map((line, at) => ({
          ...line,
          quantity: load?.placements.filter((placement) => placement.item === at).length ?? 0,
        }));
        const packages = load === null ? [] : [{ ...load, smaller: [] }];
        expect(planFaults(packages, counted, [box])).toEqual([]);
        for (const [at, line] of items.entries())
          expect(counted[at]?.quantity).toBeLessThanOrEqual(line.quantity);
      }),
      { numRuns: 100 },
    );
  });
});
