import type { UnitKind } from '../unit-kinds.ts';
import { EmptySpaces } from './empty-spaces.ts';

/** Numbers that one body takes: x0, y0, z0, x1, y1, z1. */
export const BODY_WIDTH = 6;

/** The inside of a carton, in whole mm and g. */
export type Inside = {
  readonly length: number;
  readonly width: number;
  readonly height: number;
  readonly maxLoadG: number;
};

/** Where a unit would lie, and how good that is: less is better. */
export type Spot = { x: number; y: number; z: number; dx: number; dy: number; dz: number; score: number };

/** A carton being filled: the bodies in it and the empty spaces between them. */
export class Hold {
  readonly spaces = new EmptySpaces();
  /** Flat: body i lies at `i * BODY_WIDTH`. */
  ends = new Int32Array(32 * BODY_WIDTH);
  /** What lies on each body, in g. Kept only where `isWeighed`. */
  borneG = new Float64Array(32);
  kinds: UnitKind[] = [];
  /** Written by whoever looks for a spot, read by whoever takes it. */
  readonly spot: Spot = { x: 0, y: 0, z: 0, dx: 0, dy: 0, dz: 0, score: 0 };
  count = 0;
  loadG = 0;
  volumeMm3 = 0;
  /** The last body whose top is at a height, and for each body the one before it with the same top; -1 where there is none. */
  readonly lastTopAt: Int32Array;
  sameTop = new Int32Array(32);

  readonly inside: Inside;
  /** Support and fragile goods matter. */
  readonly isStrict: boolean;
  /** Some unit bears no more than so much. */
  readonly isWeighed: boolean;

  constructor(inside: Inside, rules: { readonly isStrict: boolean; readonly isWeighed: boolean }) {
    this.inside = inside;
    this.isStrict = rules.isStrict;
    this.isWeighed = rules.isWeighed;
    this.lastTopAt = new Int32Array(inside.height + 1);
    this.empty();
  }

  empty(): void {
    this.count = 0;
    this.kinds.length = 0;
    this.loadG = 0;
    this.volumeMm3 = 0;
    this.lastTopAt.fill(-1);
    this.spaces.reset(this.inside.length, this.inside.width, this.inside.height);
  }

  /** Puts a body in without asking whether it may lie there. */
  put(kind: UnitKind, x: number, y: number, z: number, dx: number, dy: number, dz: number): void {
    if ((this.count + 1) * BODY_WIDTH > this.ends.length) this.grow();
    const at = this.count * BODY_WIDTH;
    const { ends } = this;
    ends[at] = x;
    ends[at + 1] = y;
    ends[at + 2] = z;
    ends[at + 3] = x + dx;
    ends[at + 4] = y + dy;
    ends[at + 5] = z + dz;
    this.borneG[this.count] = 0;
    this.sameTop[this.count] = this.lastTopAt[z + dz] ?? -1;
    this.lastTopAt[z + dz] = this.count;
    this.kinds.push(kind);
    this.count += 1;
    this.loadG += kind.weightG;
    this.volumeMm3 += dx * dy * dz;
  }

  /** Takes out the bodies that were put in last, until so many are left. Their spaces stay cut, if they were. */
  takeBackTo(count: number): void {
    while (this.count > count) {
      this.count -= 1;
      const at = this.count * BODY_WIDTH;
      const { ends } = this;
      const dx = (ends[at + 3] ?? 0) - (ends[at] ?? 0);
      const dy = (ends[at + 4] ?? 0) - (ends[at + 1] ?? 0);
      const dz = (ends[at + 5] ?? 0) - (ends[at + 2] ?? 0);
      this.lastTopAt[ends[at + 5] ?? 0] = this.sameTop[this.count] ?? -1;
      this.loadG -= this.kinds.pop()?.weightG ?? 0;
      this.volumeMm3 -= dx * dy * dz;
    }
  }

  /** Becomes a copy of a hold with the same inside. */
  copyFrom(other: Hold): void {
    while (this.ends.length < other.count * BODY_WIDTH) this.grow();
    this.ends.set(other.ends.subarray(0, other.count * BODY_WIDTH));
    this.borneG.set(other.borneG.subarray(0, other.count));
    this.sameTop.set(other.sameTop.subarray(0, other.count));
    this.lastTopAt.set(other.lastTopAt);
    this.kinds = other.kinds.slice();
    this.count = other.count;
    this.loadG = other.loadG;
    this.volumeMm3 = other.volumeMm3;
    this.spaces.copyFrom(other.spaces);
  }

  private grow(): void {
    const ends = new Int32Array(this.ends.length * 2);
    ends.set(this.ends);
    this.ends = ends;
    const borneG = new Float64Array(this.borneG.length * 2);
    borneG.set(this.borneG);
    this.borneG = borneG;
    const sameTop = new Int32Array(this.sameTop.length * 2);
    sameTop.set(this.sameTop);
    this.sameTop = sameTop;
  }
}
