import { describe, expect, it } from 'vitest';
import { type CartonRequest, cartonize, type PackedCarton } from './cartonize.ts';
import { planFaults } from './testing/plan-faults.ts';
import { carton, SHELF, unit } from './testing/requests.ts';

/** The packages of a request that can be packed; an empty list where it cannot, so that a test fails. */
function packagesOf(request: CartonRequest): readonly PackedCarton[] {
  const plan = cartonize(request);
  return plan.kind === 'packed' ? plan.packages : [];
}

const codesOf = (request: CartonRequest) => packagesOf(request).map((packed) => packed.carton);

describe('what goods may bear', () => {
  const wide = carton('WIDE', [210, 110, 60]);
  const high = carton('HIGH', [110, 110, 110]);
  const heavy = unit([100, 100, 50], { sku: 'heavy', weightG: 900, upright: 'keep' });

  it('is a weight of their own: the heavy one goes under, or beside where even the light one is too much', () => {
    const light = { ...heavy, sku: 'light', weightG: 200, bearsG: 500 };
    const items = [light, heavy];
    const [packed] = packagesOf({ items, cartons: [high] });
    expect(packed?.placements.map(({ item }) => items[item]?.sku)).toEqual(['heavy', 'light']);
    const weak = { ...heavy, sku: 'weak', bearsG: 0 };
    expect(codesOf({ items: [weak, { ...heavy, bearsG: 0 }], cartons: [high, wide] })).toEqual(['WIDE']);
  });

  it('counts all that lies above, not only what touches', () => {
    const brick = unit([100, 100, 40], { sku: 'brick', weightG: 400, quantity: 3, bearsG: 500 });
    const tower = carton('TOWER', [100, 100, 120]);
    expect(codesOf({ items: [brick], cartons: [tower] })).toHaveLength(2);
    expect(codesOf({ items: [{ ...brick, bearsG: 800 }], cartons: [tower] })).toEqual(['TOWER']);
  });
});

describe('goods that go together', () => {
  const box = carton('BOX', [200, 200, 200]);
  const soap = unit([100, 100, 100], { sku: 'soap' });

  it('are not those that may not: they leave in packages of their own', () => {
    const tea = unit([90, 90, 90], { sku: 'tea', apartFrom: ['soap'] });
    const packages = packagesOf({ items: [soap, tea], cartons: [box] });
    expect(packages.map(({ placements }) => placements.length)).toEqual([1, 1]);
  });

  it('stay together when one carton is not enough', () => {
    const set = { togetherAs: 'set', quantity: 1 };
    const items = [
      unit([200, 200, 90], { sku: 'a', ...set }),
      unit([200, 200, 100], { sku: 'b', ...set }),
      unit([200, 200, 110], { sku: 'c' }),
    ];
    const contents = packagesOf({ items, cartons: [box] }).map(({ placements }) =>
      placements.map(({ item }) => items[item]?.sku).sort(),
    );
    expect(contents).toHaveLength(2);
    expect(contents).toContainEqual(['a', 'b']);
  });

  it('are refused where they can be neither together nor apart', () => {
    const torn = unit([50, 50, 50], { sku: 'torn', togetherAs: 'set', apartFrom: ['soap'] });
    const plan = cartonize({ items: [{ ...soap, togetherAs: 'set' }, torn], cartons: [box] });
    expect(plan).toMatchObject({ kind: 'impossible', reason: 'kept-apart' });
  });

  it('leave without a carton of ours when they came in their own', () => {
    const own = unit([500, 500, 500], { sku: 'own', shipsInOwnCarton: true, quantity: 2 });
    expect(codesOf({ items: [own, soap], cartons: [box] })).toEqual(['BOX', null, null]);
  });
});

describe('mailers and soft goods', () => {
  const mailer = carton('MAILER', [300, 220, 60], { kind: 'mailer' });
  const big = carton('BIG', [400, 300, 200]);

  it('take of a mailer in length and width what they are thick', () => {
    expect(codesOf({ items: [unit([270, 190, 30])], cartons: [mailer, big] })).toEqual(['MAILER']);
    expect(codesOf({ items: [unit([280, 190, 30])], cartons: [mailer, big] })).toEqual(['BIG']);
  });

  it('go into a carton when they are fragile', () => {
    expect(codesOf({ items: [unit([100, 100, 20], { fragile: true })], cartons: [mailer, big] })).toEqual([
      'BIG',
    ]);
  });

  it('are pressed and folded as far as they may be', () => {
    const shirt = unit([400, 300, 20], { soft: { pressedMm: 10, folds: 2 } });
    const small = carton('SMALL', [210, 160, 45]);
    const [packed] = packagesOf({ items: [shirt], cartons: [small] });
    expect(packed?.placements[0]?.sizeMm[2]).toBe(40);
    expect(codesOf({ items: [unit([400, 300, 20])], cartons: [small, big] })).toEqual(['BIG']);
  });
});

describe('the shelf', () => {
  it('keeps room for hands and filler on each side', () => {
    const items = [unit([100, 100, 100])];
    const cartons = [carton('TIGHT', [104, 104, 104]), carton('ROOMY', [126, 126, 123])];
    const request = { items, cartons, clearanceMm: 3, fillerReserveMm: 10 };
    const packages = packagesOf(request);
    expect(packages.map((packed) => packed.carton)).toEqual(['ROOMY']);
    expect(planFaults(packages, items, cartons, { besideMm: 13, underMm: 10, aboveMm: 13 })).toEqual([]);
  });

  it('gives no more cartons than there are', () => {
    const items = [unit([390, 290, 190], { quantity: 2 })];
    const cartons = [carton('L', [400, 300, 200], { stock: 1 }), carton('XL', [410, 310, 210], { stock: 1 })];
    expect(codesOf({ items, cartons })).toEqual(['XL', 'L']);
    const tooMany = [{ ...(items[0] ?? unit([1, 1, 1])), quantity: 3 }];
    expect(cartonize({ items: tooMany, cartons })).toMatchObject({ reason: 'too-few-cartons' });
  });

  it('is chosen from by money where money is the goal', () => {
    const prices = { fillerKopecksPerLitre: 0, fillerGPerLitre: 0, perPackageKopecks: 0, perKgKopecks: 0 };
    const goal = { kind: 'cost', volumetricCm3PerKg: 5000, ...prices } as const;
    const cartons = [
      carton('SMALL', [100, 100, 100], { costKopecks: 900 }),
      carton('CHEAP', [300, 300, 300], { costKopecks: 500 }),
    ];
    const items = [unit([90, 90, 90])];
    expect(codesOf({ items, cartons, goal })).toEqual(['CHEAP']);
    expect(codesOf({ items, cartons, goal: { ...goal, perKgKopecks: 10_000 } })).toEqual(['SMALL']);
    const oneOrTwo = [
      carton('ONE', [200, 100, 100], { costKopecks: 5000 }),
      carton('HALF', [100, 100, 100], { costKopecks: 400 }),
    ];
    const two = [unit([90, 90, 90], { quantity: 2 })];
    expect(codesOf({ items: two, cartons: oneOrTwo })).toEqual(['ONE']);
    expect(codesOf({ items: two, cartons: oneOrTwo, goal })).toEqual(['HALF', 'HALF']);
  });

  it('says why each smaller carton is not used', () => {
    const cartons = [
      carton('SHORT', [96, 90, 60]),
      carton('WEAK', [120, 110, 60], { maxLoadG: 700 }),
      carton('FLAT', [100, 99, 99]),
      carton('FITS', [120, 120, 120]),
    ];
    const items = [unit([100, 90, 50], { weightG: 500, quantity: 2 })];
    const [packed] = packagesOf({ items, cartons });
    expect(packed?.carton).toBe('FITS');
    expect(packed?.smaller).toEqual([
      { carton: 'SHORT', why: { kind: 'too-short', byMm: 4 } },
      { carton: 'WEAK', why: { kind: 'over-load', byG: 300 } },
      { carton: 'FLAT', why: { kind: 'proven-impossible' } },
    ]);
  });

  it('balances what lies in it', () => {
    const items = [unit([60, 60, 60], { weightG: 2000 })];
    const [packed] = packagesOf({ items, cartons: [carton('WIDE', [400, 400, 80])] });
    const centreMm = (packed?.placements[0]?.atMm[0] ?? 0) + 30;
    expect(centreMm).toBeGreaterThanOrEqual(400 / 6);
  });

  it('is larger than one carton for what fits all alone but not together', () => {
    expect(codesOf({ items: [unit([390, 290, 190]), unit([590, 190, 190])], cartons: SHELF })).toEqual([
      'L',
      'LONG',
    ]);
  });
});
