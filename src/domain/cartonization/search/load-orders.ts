import type { UnitKind } from '../unit-kinds.ts';

/** What comes first in a sequence. */
export const LOAD_ORDERS = ['volume', 'face', 'longest', 'shortest'] as const;
export type LoadOrder = (typeof LOAD_ORDERS)[number];

/** How far to the front a unit of this kind comes by an order: more is earlier. */
export function measureOf(kind: UnitKind, order: LoadOrder): number {
  switch (order) {
    case 'volume':
      return kind.volumeMm3;
    case 'face':
      return kind.largestFaceMm2;
    case 'longest':
      return kind.longestMm;
    case 'shortest':
      return kind.shortestMm;
  }
}
