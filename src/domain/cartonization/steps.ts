import type { CartonType, PackedCarton, PackItem, Placement } from './carton-plan.ts';

/** Where a unit lies in its carton, by thirds, as seen by a packer who stands in front of it. */
export type Whereabouts = {
  readonly side: 'left' | 'middle' | 'right';
  readonly depth: 'back' | 'middle' | 'front';
  readonly height: 'bottom' | 'middle' | 'top';
};

/** One movement of the packer's hands; the window draws it. */
export type PackingStep = {
  readonly placement: Placement;
  /** 1 on the floor of the carton, else one more than the highest layer it rests on. */
  readonly layer: number;
  readonly where: Whereabouts;
  /** The unit lies on another face than its own base: its third edge is not vertical. */
  readonly turned: boolean;
};

/** A unit longer than this share of the carton's edge is in the middle, wherever its centre is. */
const WIDE_SHARE = 2 / 3;

function third<Name>(
  fromMm: number,
  edgeMm: number,
  wholeMm: number,
  [low, middle, high]: readonly [Name, Name, Name],
): Name {
  if (edgeMm > wholeMm * WIDE_SHARE) return middle;
  const centre = (fromMm + edgeMm / 2) / wholeMm;
  if (centre < 1 / 3) return low;
  return centre > 2 / 3 ? high : middle;
}

function whereabouts({ atMm, sizeMm }: Placement, { innerMm }: CartonType): Whereabouts {
  const middleZ = (atMm[2] + sizeMm[2] / 2) / innerMm[2];
  const above = middleZ > 2 / 3 ? 'top' : 'middle';
  return {
    side: third(atMm[0], sizeMm[0], innerMm[0], ['left', 'middle', 'right']),
    depth: third(atMm[1], sizeMm[1], innerMm[1], ['back', 'middle', 'front']),
    height: atMm[2] === 0 || middleZ < 1 / 3 ? 'bottom' : above,
  };
}

function restsOn(upper: Placement, lower: Placement): boolean {
  const [x, y, z] = upper.atMm;
  const [dx, dy] = upper.sizeMm;
  const [lx, ly, lz] = lower.atMm;
  const [ldx, ldy, ldz] = lower.sizeMm;
  return lz + ldz === z && lx < x + dx && x < lx + ldx && ly < y + dy && y < ly + ldy;
}

/**
 * The packing of one carton as steps in loading order. `items` are those of the request the placements point into;
 * `carton` is the type the package was packed for.
 */
export function packingSteps(
  packed: PackedCarton,
  items: readonly PackItem[],
  carton: CartonType,
): PackingStep[] {
  const steps: PackingStep[] = [];
  for (const placement of packed.placements) {
    const below = steps.filter((step) => restsOn(placement, step.placement));
    const uprightMm = Math.ceil(items[placement.item]?.sizeMm[2] ?? placement.sizeMm[2]);
    steps.push({
      placement,
      layer: 1 + Math.max(0, ...below.map((step) => step.layer)),
      where: whereabouts(placement, carton),
      turned: placement.sizeMm[2] !== uprightMm,
    });
  }
  return steps;
}
