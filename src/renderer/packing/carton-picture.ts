import type { PlacementView, SessionView } from '#contract/bench-view.ts';

/** How far a unit of the picture is: in the carton, going in at this moment, the next one, or later. */
export type UnitState = 'in' | 'now' | 'next' | 'later';

export interface PicturedUnit {
  readonly sku: string;
  readonly atMm: readonly number[];
  readonly sizeMm: readonly number[];
  readonly state: UnitState;
  /** Its turn in the loading order, from 1. */
  readonly step: number;
}

/** The package in hand as a picture, step by step. */
export interface CartonPicture {
  readonly units: readonly PicturedUnit[];
  readonly step: number;
  readonly count: number;
  readonly nextSku: string | null;
}

/**
 * Marks each placement by what has been scanned. Units of a product are alike, so the first of its places fill first;
 * the one just scanned (`lastSku`) is the last filled place of its product.
 */
export function toCartonPicture(session: SessionView, lastSku: string | null): CartonPicture {
  const placements = session.packages.find(({ n }) => n === session.current)?.placements ?? [];
  const seen = new Map<string, number>();
  const states = placements.map((placement) => {
    const inPackage = session.lines.find(({ sku }) => sku === placement.sku)?.inPackage ?? 0;
    const turn = (seen.get(placement.sku) ?? 0) + 1;
    seen.set(placement.sku, turn);
    if (turn > inPackage) return 'later';
    return placement.sku === lastSku && turn === inPackage ? 'now' : 'in';
  });
  const next = states.indexOf('later');
  const units = placements.map((placement, index) =>
    toUnit(placement, index, index === next ? 'next' : (states[index] ?? 'later')),
  );
  return {
    units,
    step: states.filter((state) => state !== 'later').length,
    count: placements.length,
    nextSku: placements[next]?.sku ?? null,
  };
}

function toUnit(placement: PlacementView, index: number, state: UnitState): PicturedUnit {
  return {
    sku: placement.sku,
    atMm: placement.atMm,
    sizeMm: placement.sizeMm,
    state,
    step: index + 1,
  };
}
