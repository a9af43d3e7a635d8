import { fitsAlone } from './carton-bounds.ts';
import type { CartonRequest, CartonType, ImpossibleReason, PackItem, SizeMm } from './carton-plan.ts';
import { areApart } from './search/company.ts';
import type { PackingProblem } from './search/packing-problem.ts';
import type { UnitKind } from './unit-kinds.ts';

const EDGE_MAX_MM = 10_000;
const WEIGHT_MAX_G = 10_000_000;
const COST_MAX_KOPECKS = 1_000_000_000;
const FOLDS_MAX = 4;
/** The most units in one request. */
export const UNITS_MAX = 20_000;
/** The most kinds of carton in one request. */
export const CARTONS_MAX = 1000;

/** Why a request cannot be packed, as in `CartonPlan`. */
export type Refusal = { readonly reason: ImpossibleReason; readonly items: readonly number[] };

function isBetween(value: number, from: number, to: number): boolean {
  return Number.isFinite(value) && value >= from && value <= to;
}

function isSize(sizeMm: SizeMm, leastMm: number): boolean {
  return (
    sizeMm.length === 3 && sizeMm.every((edgeMm) => edgeMm > 0 && isBetween(edgeMm, leastMm, EDGE_MAX_MM))
  );
}

function isItem({ sizeMm, weightG, quantity, upright, bearsG = 0, soft }: PackItem): boolean {
  const pressedMm = soft?.pressedMm ?? EDGE_MAX_MM;
  return (
    isSize(sizeMm, 0) &&
    isBetween(weightG, 0, WEIGHT_MAX_G) &&
    Number.isInteger(quantity) &&
    isBetween(quantity, 1, UNITS_MAX) &&
    (typeof upright === 'string' || upright.includes(true)) &&
    isBetween(bearsG, 0, WEIGHT_MAX_G) &&
    pressedMm > 0 &&
    isBetween(pressedMm, 0, EDGE_MAX_MM) &&
    isBetween(soft?.folds ?? 0, 0, FOLDS_MAX)
  );
}

function isCarton({ innerMm, outerMm, tareG, maxLoadG, costKopecks = 0, stock = 0 }: CartonType): boolean {
  return (
    isSize(innerMm, 1) &&
    isSize(outerMm, 1) &&
    isBetween(tareG, 0, WEIGHT_MAX_G) &&
    maxLoadG > 0 &&
    isBetween(maxLoadG, 0, WEIGHT_MAX_G) &&
    isBetween(costKopecks, 0, COST_MAX_KOPECKS) &&
    isBetween(stock, 0, Number.MAX_SAFE_INTEGER)
  );
}

function isGoal({ goal }: CartonRequest): boolean {
  if (goal === undefined || goal.kind === 'fewest') return true;
  const { volumetricCm3PerKg, kind: _, ...prices } = goal;
  const arePrices = Object.values(prices).every((price) => isBetween(price, 0, COST_MAX_KOPECKS));
  return arePrices && isBetween(volumetricCm3PerKg, 1, COST_MAX_KOPECKS);
}

function isSetting({
  clearanceMm = 0,
  fillerReserveMm = 0,
  triesMax = 1,
  packagesMax = 1,
  seed = 1,
}: CartonRequest): boolean {
  return (
    isBetween(clearanceMm, 0, EDGE_MAX_MM) &&
    isBetween(fillerReserveMm, 0, EDGE_MAX_MM) &&
    triesMax >= 1 &&
    packagesMax >= 1 &&
    Number.isSafeInteger(seed)
  );
}

/** Refuses numbers that are no sizes, weights or prices, more than 20,000 units or 1,000 cartons, and carton codes given twice. */
export function invalidInput(request: CartonRequest): Refusal | null {
  const { items, cartons } = request;
  const wrong = items.flatMap((item, index) => (isItem(item) ? [] : [index]));
  if (wrong.length > 0) return { reason: 'invalid-input', items: wrong };
  const units = items.reduce((sum, { quantity }) => sum + quantity, 0);
  const codes = new Set(cartons.map(({ code }) => code));
  const isReadable =
    units <= UNITS_MAX &&
    cartons.length <= CARTONS_MAX &&
    codes.size === cartons.length &&
    cartons.every(isCarton) &&
    isGoal(request) &&
    isSetting(request);
  return isReadable ? null : { reason: 'invalid-input', items: [] };
}

/** Refuses units that go into no carton by themselves, or only into cartons that may not carry them. */
export function unpackable(kinds: readonly UnitKind[], { shelf, isStrict }: PackingProblem): Refusal | null {
  if (shelf.length === 0) return refusalOf('no-cartons', kinds);
  const isFor = ({ fragile }: UnitKind) => (fragile && isStrict ? rigid : all);
  const all = shelf.flatMap(({ insides }) => insides);
  const rigid = shelf.flatMap(({ type, insides }) => ((type.kind ?? 'carton') === 'carton' ? insides : []));
  const fitsSome = (kind: UnitKind): boolean => isFor(kind).some((inside) => fitsAlone(inside, kind));
  const outside = kinds.filter((kind) => !fitsSome(kind));
  if (outside.length === 0) {
    const split = kinds.filter((a) =>
      kinds.some((b) => a.togetherAs !== '' && a.togetherAs === b.togetherAs && areApart(a, b)),
    );
    return split.length === 0 ? null : refusalOf('kept-apart', split);
  }
  const isTooBig = (kind: UnitKind): boolean => !fitsSome({ ...kind, weightG: 0 });
  return refusalOf(outside.some(isTooBig) ? 'too-big' : 'too-heavy', outside);
}

function refusalOf(reason: ImpossibleReason, kinds: readonly UnitKind[]): Refusal {
  return { reason, items: [...new Set(kinds.flatMap(({ items }) => items))].sort((a, b) => a - b) };
}
