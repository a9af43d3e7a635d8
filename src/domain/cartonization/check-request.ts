import type { CartonType, ImpossibleReason, PackItem, SizeMm } from './carton-plan.ts';
import { fitsAlone } from './search-carton.ts';
import type { ShelfCarton } from './shelf.ts';
import type { UnitKind } from './unit-kinds.ts';

const EDGE_MAX_MM = 10_000;
const WEIGHT_MAX_G = 10_000_000;
const COST_MAX_KOPECKS = 1_000_000_000;
/** The most units in one request. */
export const UNITS_MAX = 20_000;

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

function isItem(item: PackItem): boolean {
  return isSize(item.sizeMm, 0) && isBetween(item.weightG, 0, WEIGHT_MAX_G);
}

function isCarton(carton: CartonType): boolean {
  return (
    isSize(carton.innerMm, 1) &&
    isSize(carton.outerMm, 1) &&
    isBetween(carton.tareG, 0, WEIGHT_MAX_G) &&
    carton.maxLoadG > 0 &&
    isBetween(carton.maxLoadG, 0, WEIGHT_MAX_G) &&
    isBetween(carton.costKopecks ?? 0, 0, COST_MAX_KOPECKS)
  );
}

/** Refuses numbers that are no sizes or weights, more than 20,000 units and carton codes given twice. */
export function invalidInput(items: readonly PackItem[], cartons: readonly CartonType[]): Refusal | null {
  const wrong = items.flatMap((item, index) => (isItem(item) ? [] : [index]));
  const codes = new Set(cartons.map((carton) => carton.code));
  const readable = wrong.length === 0 && items.length <= UNITS_MAX;
  if (readable && codes.size === cartons.length && cartons.every(isCarton)) return null;
  return { reason: 'invalid-input', items: wrong };
}

/** Refuses units that go into no carton by themselves, or only into cartons that may not carry them. */
export function unpackable(kinds: readonly UnitKind[], shelf: readonly ShelfCarton[]): Refusal | null {
  if (shelf.length === 0)
    return { reason: 'no-cartons', items: kinds.flatMap((kind) => kind.items).sort((a, b) => a - b) };
  const roomy = (kind: UnitKind): ShelfCarton[] => shelf.filter(({ hold }) => fitsAlone(hold, kind));
  const tooBig = kinds.filter((kind) => roomy(kind).length === 0);
  const tooHeavy = kinds.filter(
    (kind) => !tooBig.includes(kind) && roomy(kind).every(({ hold }) => kind.weightG > hold.maxLoadG),
  );
  if (tooBig.length + tooHeavy.length === 0) return null;
  const items = [...tooBig, ...tooHeavy].flatMap((kind) => kind.items).sort((a, b) => a - b);
  return { reason: tooBig.length > 0 ? 'too-big' : 'too-heavy', items };
}
