import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SizeMm } from '../carton-plan.ts';
import { unit } from '../testing/requests.ts';
import { unitKinds } from '../unit-kinds.ts';
import { CompleteSearch } from './complete-search.ts';

const NODES = 1000;

/** What the search comes to when it is let run to its end. */
function endOf(room: SizeMm, edges: readonly SizeMm[], upright: 'any' | 'keep'): string {
  const kinds = unitKinds(edges.map((sizeMm, n) => unit(sizeMm, { sku: `${n}`, upright })));
  const units = kinds.flatMap((kind) => kind.items.map(() => kind));
  const inside = { length: room[0], width: room[1], height: room[2], maxLoadG: 1e6 };
  const search = new CompleteSearch(inside, units, () => true);
  for (;;) {
    const step = search.step(NODES);
    if (step !== 'searching') return step;
  }
}

/** Puts units at every place of the grid, in every turn: slow, and plainly complete. */
function fitByHand(room: SizeMm, edges: readonly SizeMm[], upright: 'any' | 'keep'): boolean {
  const taken = new Set<number>();
  const cell = (x: number, y: number, z: number): number => (z * room[1] + y) * room[0] + x;
  const place = (n: number): boolean => {
    const own = edges[n];
    if (own === undefined) return true;
    const [a, b, c] = own;
    const flat: SizeMm[] = [own, [b, a, c]];
    const turns: SizeMm[] = upright === 'keep' ? flat : [...flat, [a, c, b], [c, a, b], [b, c, a], [c, b, a]];
    for (const [dx, dy, dz] of turns) {
      for (let x = 0; x + dx <= room[0]; x += 1) {
        for (let y = 0; y + dy <= room[1]; y += 1) {
          for (let z = 0; z + dz <= room[2]; z += 1) {
            const cells: number[] = [];
            for (let i = 0; i < dx; i += 1)
              for (let j = 0; j < dy; j += 1)
                for (let k = 0; k < dz; k += 1) cells.push(cell(x + i, y + j, z + k));
            if (cells.some((one) => taken.has(one))) continue;
            for (const one of cells) taken.add(one);
            if (place(n + 1)) return true;
            for (const one of cells) taken.delete(one);
          }
        }
      }
    }
    return false;
  };
  return place(0);
}

describe('a complete search', () => {
  it('finds a way exactly when there is one', () => {
    const edge = fc.integer({ min: 1, max: 3 });
    const room = fc.tuple(
      fc.integer({ min: 2, max: 4 }),
      fc.integer({ min: 2, max: 4 }),
      fc.integer({ min: 2, max: 3 }),
    );
    const units = fc.array(fc.tuple(edge, edge, edge), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(room, units, fc.constantFrom('any' as const, 'keep' as const), (inside, edges, upright) => {
        const largestFirst = edges.toSorted((a, b) => b[0] * b[1] * b[2] - a[0] * a[1] * a[2]);
        const isPossible = fitByHand(inside, largestFirst, upright);
        expect(endOf(inside, edges, upright)).toBe(isPossible ? 'found' : 'impossible');
      }),
      { numRuns: 300 },
    );
  });

  it('finds what no row and no layer holds: four units around a hole', () => {
    const around: SizeMm[] = [
      [3, 2, 1],
      [3, 2, 1],
      [3, 2, 1],
      [3, 2, 1],
    ];
    expect(endOf([5, 5, 1], around, 'keep')).toBe('found');
    expect(endOf([5, 4, 1], around, 'keep')).toBe('impossible');
  });
});
