/** Numbers that one space takes: x0, y0, z0, x1, y1, z1. */
export const SPACE_WIDTH = 6;

/** When the smallest spaces are forgotten, so many of the allowed stay: not every body that comes in makes work. */
const KEPT_SHARE = 0.75;

/**
 * The empty room of a carton as all its largest empty cuboids, which may overlap. A body that is put in cuts each space
 * that it touches into up to six; those that lie within another are dropped.
 */
export class EmptySpaces {
  /** Flat: space i lies at `i * SPACE_WIDTH`. */
  ends = new Int32Array(64 * SPACE_WIDTH);
  count = 0;
  /** Of more spaces than this, the smallest are forgotten: small room is worth little and looking at all takes long. */
  most = 320;
  private fresh = new Int32Array(64 * SPACE_WIDTH);
  private freshEnd = 0;

  /** One space, the whole carton. */
  reset(length: number, width: number, height: number): void {
    this.ends.fill(0, 0, SPACE_WIDTH);
    this.ends[3] = length;
    this.ends[4] = width;
    this.ends[5] = height;
    this.count = 1;
  }

  /** Becomes a copy. */
  copyFrom(other: EmptySpaces): void {
    const end = other.count * SPACE_WIDTH;
    if (this.ends.length < end) this.ends = new Int32Array(other.ends.length);
    this.ends.set(other.ends.subarray(0, end));
    this.count = other.count;
  }

  /** Takes a body out of the room. Spaces too narrow for `leastFlat` or too low for `leastHigh` are forgotten. */
  cut(
    x0: number,
    y0: number,
    z0: number,
    x1: number,
    y1: number,
    z1: number,
    leastFlat: number,
    leastHigh: number,
  ): void {
    const { ends } = this;
    const end = this.count * SPACE_WIDTH;
    let kept = 0;
    this.freshEnd = 0;
    for (let at = 0; at < end; at += SPACE_WIDTH) {
      const a0 = ends[at] ?? 0;
      const b0 = ends[at + 1] ?? 0;
      const c0 = ends[at + 2] ?? 0;
      const a1 = ends[at + 3] ?? 0;
      const b1 = ends[at + 4] ?? 0;
      const c1 = ends[at + 5] ?? 0;
      if (x0 >= a1 || x1 <= a0 || y0 >= b1 || y1 <= b0 || z0 >= c1 || z1 <= c0) {
        if (kept !== at) ends.copyWithin(kept, at, at + SPACE_WIDTH);
        kept += SPACE_WIDTH;
        continue;
      }
      if (x0 - a0 >= leastFlat) this.open(a0, b0, c0, x0, b1, c1);
      if (a1 - x1 >= leastFlat) this.open(x1, b0, c0, a1, b1, c1);
      if (y0 - b0 >= leastFlat) this.open(a0, b0, c0, a1, y0, c1);
      if (b1 - y1 >= leastFlat) this.open(a0, y1, c0, a1, b1, c1);
      if (z0 - c0 >= leastHigh) this.open(a0, b0, c0, a1, b1, z0);
      if (c1 - z1 >= leastHigh) this.open(a0, b0, z1, a1, b1, c1);
    }
    this.count = kept / SPACE_WIDTH;
    this.keepOutermost();
    if (this.count > this.most) this.forgetSmall();
  }

  private open(x0: number, y0: number, z0: number, x1: number, y1: number, z1: number): void {
    if (this.freshEnd + SPACE_WIDTH > this.fresh.length) this.fresh = grown(this.fresh);
    const { fresh, freshEnd: at } = this;
    fresh[at] = x0;
    fresh[at + 1] = y0;
    fresh[at + 2] = z0;
    fresh[at + 3] = x1;
    fresh[at + 4] = y1;
    fresh[at + 5] = z1;
    this.freshEnd = at + SPACE_WIDTH;
  }

  /** Adds the fresh spaces that lie in no other space. */
  private keepOutermost(): void {
    const { fresh, freshEnd } = this;
    const untouched = this.count * SPACE_WIDTH;
    while (untouched + freshEnd > this.ends.length) this.ends = grown(this.ends);
    const { ends } = this;
    let end = untouched;
    for (let at = 0; at < freshEnd; at += SPACE_WIDTH) {
      if (liesWithin(fresh, at, ends, 0, untouched)) continue;
      // Of two equal ones the earlier is kept: an earlier one only counts when it was kept itself.
      if (liesWithin(fresh, at, ends, untouched, end)) continue;
      if (liesWithin(fresh, at, fresh, at + SPACE_WIDTH, freshEnd)) continue;
      for (let k = 0; k < SPACE_WIDTH; k += 1) ends[end + k] = fresh[at + k] ?? 0;
      end += SPACE_WIDTH;
    }
    this.count = end / SPACE_WIDTH;
  }

  private forgetSmall(): void {
    const { ends, count } = this;
    const volumes = new Float64Array(count);
    for (let space = 0, at = 0; space < count; space += 1, at += SPACE_WIDTH)
      volumes[space] =
        ((ends[at + 3] ?? 0) - (ends[at] ?? 0)) *
        ((ends[at + 4] ?? 0) - (ends[at + 1] ?? 0)) *
        ((ends[at + 5] ?? 0) - (ends[at + 2] ?? 0));
    const least = volumes.toSorted()[count - Math.floor(this.most * KEPT_SHARE)] ?? 0;
    let kept = 0;
    for (let space = 0; space < count; space += 1) {
      if ((volumes[space] ?? 0) < least) continue;
      ends.copyWithin(kept * SPACE_WIDTH, space * SPACE_WIDTH, (space + 1) * SPACE_WIDTH);
      kept += 1;
    }
    this.count = kept;
  }
}

function liesWithin(inner: Int32Array, at: number, outer: Int32Array, from: number, to: number): boolean {
  const x0 = inner[at] ?? 0;
  const y0 = inner[at + 1] ?? 0;
  const z0 = inner[at + 2] ?? 0;
  const x1 = inner[at + 3] ?? 0;
  const y1 = inner[at + 4] ?? 0;
  const z1 = inner[at + 5] ?? 0;
  for (let o = from; o < to; o += SPACE_WIDTH) {
    if (
      (outer[o] ?? 0) <= x0 &&
      (outer[o + 1] ?? 0) <= y0 &&
      (outer[o + 2] ?? 0) <= z0 &&
      (outer[o + 3] ?? 0) >= x1 &&
      (outer[o + 4] ?? 0) >= y1 &&
      (outer[o + 5] ?? 0) >= z1
    )
      return true;
  }
  return false;
}

function grown(list: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(list.length * 2);
  larger.set(list);
  return larger;
}
