import type { CartonRequest } from './carton-plan.ts';
import type { PackingProblem } from './search/packing-problem.ts';
import { shelfOf } from './shelf.ts';
import type { UnitKind } from './unit-kinds.ts';

/** Tries where a request says nothing. */
export const TRIES_DEFAULT = 300;
const TRIES_LIMIT = 1_000_000;
/** Beyond so many units there are fewer tries in proportion, as each takes longer. */
const UNITS_OF_FULL_TRIES = 20;

/** The request with its usual values, as the search takes it. Expects that it was checked. */
export function problemOf(request: CartonRequest, kinds: readonly UnitKind[]): PackingProblem {
  const { clearanceMm = 0, fillerReserveMm = 0, triesMax = TRIES_DEFAULT } = request;
  const isStrict = request.mode !== 'free';
  const bearable = kinds.some(({ bearsG }) => Number.isFinite(bearsG));
  const units = kinds.reduce((sum, { items }) => sum + items.length, 0);
  const fewer = Math.min(1, UNITS_OF_FULL_TRIES / units);
  return {
    shelf: shelfOf(request.cartons, kinds, {
      clearanceMm: Math.ceil(clearanceMm),
      fillerReserveMm: Math.ceil(fillerReserveMm),
    }),
    goal: request.goal ?? { kind: 'fewest' },
    isStrict,
    isWeighed: isStrict && bearable,
    triesMax:
      triesMax === Number.POSITIVE_INFINITY ? triesMax : Math.ceil(Math.min(triesMax, TRIES_LIMIT) * fewer),
    packagesMax: request.packagesMax ?? Number.POSITIVE_INFINITY,
    seed: request.seed ?? 1,
  };
}
