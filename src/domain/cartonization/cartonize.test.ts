import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CartonPlan, type CartonType, cartonize, fits, type PackItem } from './cartonize.ts';
import { packageFaults, planFaults } from './testing/plan-faults.ts';
import { carton, SHELF, unit } from './testing/requests.ts';

/** Orders of up to `most` units of a few products that fit the common shelf. */
function orders(most: number): fc.Arbitrary<PackItem[]> {
  const edge = fc.integer({ min: 1, max: 190 });
  const product = fc.record({
    sku: fc.string({ maxLength: 6 }),
    sizeMm: fc.tuple(edge, edge, edge),
    weightG: fc.integer({ min: 0, max: 4000 }),
    upright: fc.constantFrom('any' as const, 'keep' as const),
    fragile: fc.boolean(),
  });
  const lines = fc.array(fc.tuple(product, fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 8 });
  return lines.map((list) => {
    let left = most;
    return list.flatMap(([item, wanted]) => {
      const quantity = Math.min(wanted, left);
      left -= quantity;
      return quantity === 0 ? [] : [{ ...item, quantity }];
    });
  });
}

/** Numbers as they come from broken or hostile sources. */
const anyNumber: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    0,
    -0,
    -1,
    1e-300,
    1e300,
    2 ** 53,
  ),
  fc.double(),
  fc.integer({ min: 1, max: 500 }),
);

const codes = (plan: CartonPlan): string[] =>
  plan.kind === 'packed' ? plan.packages.map((packed) => packed.carton ?? 'own') : [plan.reason];
const pack = (items: readonly PackItem[], cartons: readonly CartonType[] = SHELF): CartonPlan =>
  cartonize({ items, cartons, triesMax: 40 });

describe('every plan for a possible order', () => {
  it('packs each unit once, inside, without overlap, borne, as it may be turned and not on fragile units', () => {
    fc.assert(
      fc.property(orders(30), (items) => {
        const plan = pack(items);
        expect(plan.kind === 'packed' ? planFaults(plan.packages, items, SHELF) : ['nothing packed']).toEqual(
          [],
        );
      }),
      { numRuns: 150 },
    );
  });

  it('does not depend on the order of the request', () => {
    fc.assert(
      fc.property(orders(12), fc.infiniteStream(fc.nat()), (items, stream) => {
        const shuffled = items
          .map((item) => ({ item, rank: stream.next().value }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ item }) => item);
        const shape = (list: readonly PackItem[]) => {
          const plan = pack(list, [...SHELF].reverse());
          if (plan.kind !== 'packed') return plan.reason;
          return plan.packages.map((packed) => ({
            carton: packed.carton,
            units: packed.placements.map(({ item, atMm, sizeMm }) => [list[item]?.sku, atMm, sizeMm]),
          }));
        };
        expect(shape(shuffled)).toEqual(shape(items));
      }),
      { numRuns: 60 },
    );
  });

  it('needs no more packages when a larger carton comes to the shelf', () => {
    fc.assert(
      fc.property(orders(40), fc.integer({ min: 0, max: 300 }), (items, moreMm) => {
        const larger = carton('XXL', [600 + moreMm, 300 + moreMm, 200 + moreMm], {
          maxLoadG: 15_000 + moreMm,
        });
        expect(codes(pack(items, [...SHELF, larger])).length).toBeLessThanOrEqual(codes(pack(items)).length);
      }),
      { numRuns: 60 },
    );
  });

  it('packs hundreds of units too', () => {
    fc.assert(
      fc.property(fc.array(orders(40), { minLength: 6, maxLength: 12 }), (parts) => {
        const items = parts.flat();
        const plan = pack(items);
        expect(plan.kind === 'packed' ? planFaults(plan.packages, items, SHELF) : ['nothing packed']).toEqual(
          [],
        );
      }),
      { numRuns: 15 },
    );
  });
});

describe('the choice of cartons', () => {
  it('takes the smallest carton that holds the units', () => {
    expect(codes(pack([unit([150, 110, 80])]))).toEqual(['XS']);
    expect(codes(pack([unit([300, 210, 20])]))).toEqual(['FLAT']);
    expect(codes(pack([unit([550, 100, 100])]))).toEqual(['LONG']);
  });

  it('fills a carton to the last mm where the units allow it', () => {
    const eight = Array.from({ length: 8 }, () => unit([100, 50, 50]));
    expect(codes(pack(eight, [carton('TIGHT', [200, 100, 100]), carton('WIDE', [210, 200, 110])]))).toEqual([
      'TIGHT',
    ]);
  });

  it('takes a larger carton when the smaller may not carry the weight', () => {
    expect(codes(pack([unit([100, 100, 50], { weightG: 4000 })]))).toEqual(['S']);
  });

  it('takes the larger carton rather than lay anything on a fragile unit or tip an upright one', () => {
    const cartons = [carton('LOW', [100, 100, 100]), carton('WIDE', [250, 110, 110])];
    const cup = unit([90, 90, 45], { upright: 'keep', fragile: true });
    expect(codes(pack([unit([90, 90, 45]), unit([90, 90, 45])], cartons))).toEqual(['LOW']);
    expect(codes(pack([cup, cup], cartons))).toEqual(['WIDE']);
    const bottle = unit([60, 60, 150], { upright: 'keep' });
    expect(codes(pack([bottle], [carton('LOW', [200, 200, 100]), carton('HIGH', [300, 300, 160])]))).toEqual([
      'HIGH',
    ]);
  });

  it('splits into as few packages as it can when one carton is not enough, each as small as possible', () => {
    const heavy = Array.from({ length: 3 }, () => unit([100, 100, 80], { weightG: 9000 }));
    expect(codes(pack(heavy))).toEqual(['M', 'M', 'M']);
    const wide = Array.from({ length: 2 }, () => unit([390, 290, 190]));
    expect(codes(pack(wide))).toEqual(['L', 'L']);
  });

  it('takes the cheaper of two cartons of equal volume', () => {
    const cartons = [
      carton('A', [200, 100, 100], { costKopecks: 900 }),
      carton('B', [100, 200, 100], { costKopecks: 700 }),
    ];
    expect(codes(pack([unit([90, 90, 90])], cartons))).toEqual(['B']);
  });

  it('takes sizes up to the next whole mm', () => {
    expect(
      codes(pack([unit([99.2, 50, 50])], [carton('A', [99.9, 60, 60]), carton('B', [100, 60, 60])])),
    ).toEqual(['B']);
  });
});

describe('what cannot be packed', () => {
  it('names the units that fit no carton', () => {
    const plan = pack([unit([10, 10, 10]), unit([700, 10, 10]), unit([800, 10, 10])]);
    expect(plan).toEqual({ kind: 'impossible', reason: 'too-big', items: [1, 2] });
  });

  it('names the units that are too heavy for every carton they fit', () => {
    const plan = pack([unit([10, 10, 10]), unit([590, 10, 10], { weightG: 13_000 })]);
    expect(plan).toEqual({ kind: 'impossible', reason: 'too-heavy', items: [1] });
  });

  it('says so when there are no cartons, and needs no package for nothing', () => {
    expect(pack([unit([10, 10, 10])], [])).toEqual({ kind: 'impossible', reason: 'no-cartons', items: [0] });
    expect(pack([])).toEqual({ kind: 'packed', packages: [], isProvenBest: true });
  });

  it('refuses carton codes given twice', () => {
    const twice = [carton('A', [10, 10, 10]), carton('A', [20, 20, 20])];
    expect(pack([unit([5, 5, 5])], twice)).toEqual({
      kind: 'impossible',
      reason: 'invalid-input',
      items: [],
    });
  });

  it('answers hostile numbers with a valid plan or a refusal', () => {
    const size = fc.tuple(anyNumber, anyNumber, anyNumber);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(size, anyNumber)),
        size,
        anyNumber,
        anyNumber,
        (list, innerMm, maxLoadG, tries) => {
          const items = list.map(([sizeMm, weightG]) => unit(sizeMm, { weightG }));
          const cartons = [carton('A', innerMm, { maxLoadG }), carton('B', [400, 300, 200])];
          const plan = cartonize({ items, cartons, triesMax: Math.min(tries, 20) });
          if (plan.kind === 'packed') expect(planFaults(plan.packages, items, cartons)).toEqual([]);
          else expect(plan.items.every((index) => index in items)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('answers an order of five thousand different units', () => {
    const items = Array.from({ length: 5000 }, (_, i) =>
      unit([5 + (i % 23), 5 + (i % 29), 5 + (i % 31)], { weightG: 1 + (i % 3), fragile: i % 50 === 0 }),
    );
    const plan = pack(items);
    expect(plan.kind === 'packed' ? planFaults(plan.packages, items, SHELF) : ['nothing packed']).toEqual([]);
  }, 60_000);
});

describe('a carton that the packer chose', () => {
  it('is packed when the units go in and refused when they do not', () => {
    fc.assert(
      fc.property(orders(10), fc.constantFrom(...SHELF), (items, chosen) => {
        const packed = fits({ items, carton: chosen });
        if (packed) expect(packageFaults(packed, items, chosen)).toEqual([]);
        const [first] = codes(cartonize({ items, cartons: [chosen] }));
        expect(packed === null).toBe(
          codes(cartonize({ items, cartons: [chosen] })).length > 1 || first !== chosen.code,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is refused when its numbers make no sense', () => {
    expect(fits({ items: [unit([1, 1, 1])], carton: carton('A', [Number.NaN, 10, 10]) })).toBeNull();
    expect(fits({ items: [unit([0, 1, 1])], carton: carton('A', [10, 10, 10]) })).toBeNull();
  });
});
