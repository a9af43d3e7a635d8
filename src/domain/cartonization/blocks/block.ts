import type { UnitKind } from '../unit-kinds.ts';

/** Units that lie so close together that they can be placed as one cuboid. */
export type Block = {
  readonly dx: number;
  readonly dy: number;
  readonly dz: number;
  /** Of the units alone, in mm³. */
  readonly volumeMm3: number;
  readonly units: number;
  /** Index of a kind and how many of it, one after the other. */
  readonly uses: Int32Array;
  readonly made: Made;
};

/** How a block is made: equal units in rows, or two blocks one behind the other along an axis. */
type Made =
  | {
      readonly of: 'units';
      readonly kind: UnitKind;
      readonly edges: readonly [number, number, number];
      readonly counts: readonly [number, number, number];
    }
  | { readonly of: 'blocks'; readonly first: Block; readonly second: Block; readonly axis: number };

/** One unit of a block, with its corner from the block's. */
export type BlockUnit = {
  readonly kind: UnitKind;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly edges: readonly [number, number, number];
};

/** The units of a block, those below before those above. */
export function unitsOf(block: Block): BlockUnit[] {
  const units: BlockUnit[] = [];
  lay(block, 0, 0, 0, units);
  return units.sort((a, b) => a.z - b.z);
}

function lay({ made }: Block, x: number, y: number, z: number, units: BlockUnit[]): void {
  if (made.of === 'blocks') {
    const { first, second, axis } = made;
    lay(first, x, y, z, units);
    if (axis === 0) lay(second, x + first.dx, y, z, units);
    else if (axis === 1) lay(second, x, y + first.dy, z, units);
    else lay(second, x, y, z + first.dz, units);
    return;
  }
  const { kind, edges, counts } = made;
  for (let k = 0; k < counts[2]; k += 1)
    for (let j = 0; j < counts[1]; j += 1)
      for (let i = 0; i < counts[0]; i += 1)
        units.push({ kind, x: x + i * edges[0], y: y + j * edges[1], z: z + k * edges[2], edges });
}
