import type { Inside } from '../filling/hold.ts';
import type { UnitKind } from '../unit-kinds.ts';

/** For each length of room along an axis, in mm, the most of it that units in a row can fill. */
export type ReachableLengths = readonly [Int32Array, Int32Array, Int32Array];

/** Sums of the edges that units may have along each axis; how many units there are is left aside. */
export function reachableLengths(kinds: readonly UnitKind[], inside: Inside): ReachableLengths {
  const edgesAlong = (axis: number): number[] => {
    const edges = kinds.flatMap(({ turns }) => [...turns.filter((_, at) => at % 3 === axis)]);
    return [...new Set(edges)];
  };
  return [
    reachable(edgesAlong(0), inside.length),
    reachable(edgesAlong(1), inside.width),
    reachable(edgesAlong(2), inside.height),
  ];
}

function reachable(edges: readonly number[], room: number): Int32Array {
  const most = new Int32Array(room + 1);
  for (let mm = 1; mm <= room; mm += 1) {
    let best = most[mm - 1] ?? 0;
    for (const edge of edges) {
      const before = mm - edge;
      // Only a sum that is reached exactly may be added to.
      if (before >= 0 && most[before] === before) {
        best = mm;
        break;
      }
    }
    most[mm] = best;
  }
  return most;
}
