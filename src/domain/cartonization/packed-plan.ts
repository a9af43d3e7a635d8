import { goodsOf, unfitOf } from './carton-bounds.ts';
import type { CartonPlan, CartonRequest, PackedCarton, Placement, Unfit } from './carton-plan.ts';
import { BODY_WIDTH } from './filling/hold.ts';
import type { FilledCarton, PackingProblem, Solution } from './search/packing-problem.ts';
import type { Filling } from './search/single-cartons.ts';
import type { UnitKind } from './unit-kinds.ts';
import { compareWorth, worthOf } from './worth.ts';

const MM3_PER_ML = 1000;

/** A solution as the request's own words: items by index, coordinates in the carton's corner, in loading order. */
export function toPlan(
  request: CartonRequest,
  problem: PackingProblem,
  { packages }: Solution,
  fillings: readonly Filling[],
  isProvenBest: boolean,
): CartonPlan {
  const itemOf = itemsInTurn();
  const ordered = [...packages].sort(
    (a, b) => b.carton.volumeMm3 - a.carton.volumeMm3 || (a.carton.type.code < b.carton.type.code ? -1 : 1),
  );
  const packed = ordered.map(
    (filled): PackedCarton => ({
      carton: filled.carton.type.code,
      placements: placementsOf(request, filled, itemOf),
      loadG: filled.hold.loadG,
      fillerMl: (filled.carton.volumeMm3 - filled.hold.volumeMm3) / MM3_PER_ML,
      smaller: smallerOf(problem, filled, packages.length === 1 ? fillings : []),
    }),
  );
  return { kind: 'packed', packages: [...packed, ...ownCartons(request)], isProvenBest };
}

/** Gives the units of a kind their items in turn, over all packages. */
export function itemsInTurn(): (kind: UnitKind) => number {
  const used = new Map<UnitKind, number>();
  return (kind) => {
    const count = used.get(kind) ?? 0;
    used.set(kind, count + 1);
    const item = kind.items[count];
    if (item === undefined) throw new Error('a unit was placed twice');
    return item;
  };
}

/** A filled carton in the request's words. */
export function contentsOf(
  request: CartonRequest,
  filled: FilledCarton,
  itemOf: (kind: UnitKind) => number,
): Omit<PackedCarton, 'smaller'> {
  return {
    carton: filled.carton.type.code,
    placements: placementsOf(request, filled, itemOf),
    loadG: filled.hold.loadG,
    fillerMl: (filled.carton.volumeMm3 - filled.hold.volumeMm3) / MM3_PER_ML,
  };
}

function placementsOf(
  { clearanceMm = 0, fillerReserveMm = 0 }: CartonRequest,
  { hold }: FilledCarton,
  itemOf: (kind: UnitKind) => number,
): Placement[] {
  const under = Math.ceil(fillerReserveMm);
  const beside = under + Math.ceil(clearanceMm);
  const bodies = hold.kinds.map((kind, body) => {
    const [x0, y0, z0, x1, y1, z1] = hold.ends.subarray(body * BODY_WIDTH, (body + 1) * BODY_WIDTH);
    return { kind, x0: x0 ?? 0, y0: y0 ?? 0, z0: z0 ?? 0, x1: x1 ?? 0, y1: y1 ?? 0, z1: z1 ?? 0 };
  });
  bodies.sort((a, b) => a.z0 - b.z0 || a.y0 - b.y0 || a.x0 - b.x0);
  return bodies.map(({ kind, x0, y0, z0, x1, y1, z1 }) => ({
    item: itemOf(kind),
    atMm: [x0 + beside, y0 + beside, z0 + under],
    sizeMm: [x1 - x0, y1 - y0, z1 - z0],
  }));
}

/** Why each better carton is not used for what is in this one, the best first. */
function smallerOf(
  { shelf, goal, isStrict }: PackingProblem,
  { carton, hold }: FilledCarton,
  fillings: readonly Filling[],
): PackedCarton['smaller'] {
  const goods = goodsOf(hold.kinds);
  const worth = worthOf(carton, goods, goal);
  const why = (other: typeof carton): Unfit => {
    const unfit = unfitOf(other, goods, isStrict);
    if (unfit !== null) return unfit;
    const tried = fillings.filter((filling) => filling.carton === other);
    const isImpossible = tried.length > 0 && tried.every(({ end }) => end === 'impossible');
    return { kind: isImpossible ? 'proven-impossible' : 'nothing-found' };
  };
  return shelf
    .map((other) => ({ other, worth: worthOf(other, goods, goal) }))
    .filter((one) => compareWorth(one.worth, worth) < 0 && one.other.stock > 0)
    .sort((a, b) => compareWorth(a.worth, b.worth))
    .map(({ other }) => ({ carton: other.type.code, why: why(other) }));
}

/** The packages that leave in the carton they came in. */
export function ownCartons({ items }: CartonRequest): PackedCarton[] {
  return items.flatMap((item, index) => {
    if (item.shipsInOwnCarton !== true) return [];
    const [x, y, z] = item.sizeMm.map(Math.ceil);
    const placement: Placement = { item: index, atMm: [0, 0, 0], sizeMm: [x ?? 0, y ?? 0, z ?? 0] };
    const own = { carton: null, placements: [placement], loadG: item.weightG, fillerMl: 0, smaller: [] };
    return Array.from({ length: item.quantity }, () => own);
  });
}
