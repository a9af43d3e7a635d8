/** A corner on the paper, in mm of the picture; y grows downwards. */
export interface PaperPoint {
  readonly x: number;
  readonly y: number;
}

/** A box in the carton's own axes: x to the right, y from the back to the front, z up; mm. */
export interface BoxMm {
  readonly atMm: readonly number[];
  readonly sizeMm: readonly number[];
}

/** The three faces of a box that one sees from the front right above, as polygons. */
export interface BoxFaces {
  readonly top: readonly PaperPoint[];
  readonly left: readonly PaperPoint[];
  readonly right: readonly PaperPoint[];
}

const cos30 = Math.sqrt(3) / 2;
const sin30 = 0.5;

/** Where a point of the carton lies on the paper. */
export function project(x: number, y: number, z: number): PaperPoint {
  return { x: (x - y) * cos30, y: (x + y) * sin30 - z };
}

/** The faces of a box. */
export function facesOf(box: BoxMm): BoxFaces {
  const [x0 = 0, y0 = 0, z0 = 0] = box.atMm;
  const [width = 0, depth = 0, height = 0] = box.sizeMm;
  const [x1, y1, z1] = [x0 + width, y0 + depth, z0 + height];
  return {
    top: [project(x0, y0, z1), project(x1, y0, z1), project(x1, y1, z1), project(x0, y1, z1)],
    left: [project(x0, y1, z1), project(x1, y1, z1), project(x1, y1, z0), project(x0, y1, z0)],
    right: [project(x1, y1, z1), project(x1, y0, z1), project(x1, y0, z0), project(x1, y1, z0)],
  };
}

/** The paper that a box takes up. */
export function boundsOf(box: BoxMm): {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
} {
  const [x0 = 0, y0 = 0, z0 = 0] = box.atMm;
  const [width = 0, depth = 0, height = 0] = box.sizeMm;
  const left = project(x0, y0 + depth, z0).x;
  const right = project(x0 + width, y0, z0).x;
  const top = project(x0, y0, z0 + height).y;
  const bottom = project(x0 + width, y0 + depth, z0).y;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Too many boxes to compare each with each; their loading order is nearly right. */
const comparedMost = 160;

/**
 * The boxes in the order of painting: what lies behind or below comes first. Boxes that do not overlap always have such
 * an order pairwise; where a ring of them has none, the earlier one goes first.
 */
export function paintOrder<Box extends BoxMm>(boxes: readonly Box[]): readonly Box[] {
  if (boxes.length > comparedMost) return boxes;
  const left = [...boxes];
  const ordered: Box[] = [];
  while (left.length > 0) {
    const found = left.findIndex((box) => left.every((other) => other === box || !isBehind(other, box)));
    ordered.push(...left.splice(Math.max(found, 0), 1));
  }
  return ordered;
}

/** Must `a` be painted before `b`? Only if it lies behind, left of or below it. */
function isBehind(a: BoxMm, b: BoxMm): boolean {
  const isBefore = [0, 1, 2].some((axis) => end(a, axis) <= start(b, axis));
  const isAfter = [0, 1, 2].some((axis) => end(b, axis) <= start(a, axis));
  return isBefore && !isAfter;
}

const start = (box: BoxMm, axis: number) => box.atMm[axis] ?? 0;
const end = (box: BoxMm, axis: number) => start(box, axis) + (box.sizeMm[axis] ?? 0);
