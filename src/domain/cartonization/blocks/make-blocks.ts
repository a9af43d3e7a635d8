import type { Inside } from '../filling/hold.ts';
import type { UnitKind } from '../unit-kinds.ts';
import type { Block } from './block.ts';

/** Limits to how many blocks are made, and how full those of different units must be. */
export type BlockLimits = {
  readonly blocksMax: number;
  /** The share of a joined block's cuboid that its units fill, 0 to 1. */
  readonly fullness: number;
  /** Fragile units bear nothing. */
  readonly isStrict: boolean;
};

/** The blocks that can be made of these units, largest first. `left` has how many there are of each kind, by its index. */
export function makeBlocks(
  kinds: readonly UnitKind[],
  left: Int32Array,
  inside: Inside,
  limits: BlockLimits,
): Block[] {
  const simple = kinds.flatMap((kind) => rowsOf(kind, left[kind.index] ?? 0, inside, limits));
  const largestFirst = (a: Block, b: Block): number => b.volumeMm3 - a.volumeMm3;
  const ones = simple.filter(({ units }) => units === 1);
  const several = simple.filter(({ units }) => units > 1).sort(largestFirst);
  const blocks = [...ones, ...several.slice(0, Math.max(0, limits.blocksMax - ones.length))];
  join(blocks, left, inside, limits);
  return blocks.sort(largestFirst);
}

/** All ways to lay equal units in rows, columns and layers. */
function rowsOf(kind: UnitKind, count: number, inside: Inside, { isStrict }: BlockLimits): Block[] {
  const blocks: Block[] = [];
  const { turns } = kind;
  for (let turn = 0; turn < turns.length; turn += 3) {
    const edges = [turns[turn] ?? 0, turns[turn + 1] ?? 0, turns[turn + 2] ?? 0] as const;
    const alongX = Math.min(count, Math.floor(inside.length / edges[0]));
    for (let nx = 1; nx <= alongX; nx += 1) {
      const alongY = Math.min(Math.floor(count / nx), Math.floor(inside.width / edges[1]));
      for (let ny = 1; ny <= alongY; ny += 1) {
        const high = isStrict && kind.fragile ? 1 : Math.floor(count / nx / ny);
        const alongZ = Math.min(high, Math.floor(inside.height / edges[2]));
        for (let nz = 1; nz <= alongZ; nz += 1) {
          const units = nx * ny * nz;
          blocks.push({
            ...{ dx: nx * edges[0], dy: ny * edges[1], dz: nz * edges[2] },
            ...{ volumeMm3: units * edges[0] * edges[1] * edges[2], units },
            uses: Int32Array.of(kind.index, units),
            made: { of: 'units', kind, edges, counts: [nx, ny, nz] },
          });
        }
      }
    }
  }
  return blocks;
}

/** Joins blocks to larger ones as long as there are good pairs. Pairs are found by the length of a common edge. */
function join(blocks: Block[], left: Int32Array, inside: Inside, limits: BlockLimits): void {
  const known = new Set<string>();
  for (let from = 0; from < blocks.length && blocks.length < limits.blocksMax; ) {
    const to = blocks.length;
    const byLength = blocks.toSorted((a, b) => a.dx - b.dx);
    const byWidth = blocks.toSorted((a, b) => a.dy - b.dy);
    for (let at = from; at < to && blocks.length < limits.blocksMax; at += 1) {
      const first = blocks[at];
      if (first === undefined) break;
      for (const axis of [0, 1, 2]) {
        // Along y and z the lengths must agree, along x the widths.
        const candidates =
          axis === 0 ? alike(byWidth, first, 'dy', limits) : alike(byLength, first, 'dx', limits);
        for (const second of candidates) {
          if (blocks.length >= limits.blocksMax) return;
          const joined = joinPair(first, second, axis, left, inside, limits.fullness);
          if (joined === null) continue;
          const key = `${joined.dx} ${joined.dy} ${joined.dz} ${joined.uses}`;
          if (known.has(key)) continue;
          known.add(key);
          blocks.push(joined);
        }
      }
    }
    from = to;
  }
}

/** The stretch of a sorted list with about the same edge; a pair that differs by more would not be full enough. */
function* alike(
  sorted: readonly Block[],
  block: Block,
  edge: 'dx' | 'dy',
  { fullness }: BlockLimits,
): Generator<Block, void> {
  const mm = block[edge];
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.[edge] ?? 0) < mm * fullness) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < sorted.length; at += 1) {
    const other = sorted[at];
    if (other === undefined || other[edge] > mm) return;
    yield other;
  }
}

function joinPair(
  first: Block,
  second: Block,
  axis: number,
  left: Int32Array,
  inside: Inside,
  fullness: number,
): Block | null {
  const dx = axis === 0 ? first.dx + second.dx : Math.max(first.dx, second.dx);
  const dy = axis === 1 ? first.dy + second.dy : Math.max(first.dy, second.dy);
  const dz = axis === 2 ? first.dz + second.dz : Math.max(first.dz, second.dz);
  if (dx > inside.length || dy > inside.width || dz > inside.height) return null;
  const volumeMm3 = first.volumeMm3 + second.volumeMm3;
  if (volumeMm3 < fullness * dx * dy * dz) return null;
  const uses = sumOf(first.uses, second.uses, left);
  if (uses === null) return null;
  const units = first.units + second.units;
  return { dx, dy, dz, volumeMm3, units, uses, made: { of: 'blocks', first, second, axis } };
}

/** What both use together; null where that is more than there is. */
function sumOf(a: Int32Array, b: Int32Array, left: Int32Array): Int32Array | null {
  const sums = new Map<number, number>();
  for (const uses of [a, b]) {
    for (let at = 0; at < uses.length; at += 2) {
      const kind = uses[at] ?? 0;
      const sum = (sums.get(kind) ?? 0) + (uses[at + 1] ?? 0);
      if (sum > (left[kind] ?? 0)) return null;
      sums.set(kind, sum);
    }
  }
  return Int32Array.from([...sums].sort((one, other) => one[0] - other[0]).flat());
}
