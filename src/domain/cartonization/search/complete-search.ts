import type { Inside } from '../filling/hold.ts';
import type { UnitKind } from '../unit-kinds.ts';

/** More units than this are too many for a complete search. */
export const COMPLETE_UNITS_MAX = 8;

/**
 * What one step of a complete search came to: `searching` when there is more to look at, `refused`
 * when there are ways but none was accepted.
 */
export type CompleteStep = 'searching' | 'impossible' | 'refused' | 'found';

/**
 * Looks through every way to lie that there is for a few units in one carton, support left aside. Of any two units in a
 * carton, one lies wholly before the other along some axis. So: give each unit in turn one of its turns and, as long as two
 * overlap where they are pushed to the corner, say along which axis which of the two comes first. A chain of such
 * sayings that is longer than the carton ends the branch. When nothing is left, no arrangement exists.
 */
export class CompleteSearch {
  /** Corner and edges of each unit where a way was found: x, y, z, dx, dy, dz, in the order of the units. */
  readonly places: Int32Array;
  private readonly units: readonly UnitKind[];
  private readonly room: readonly [number, number, number];
  private readonly accepts: () => boolean;
  private readonly walk: Generator<undefined, boolean>;
  private readonly size: Int32Array;
  /** `before[axis * n * n + a * n + b]` is 1 where unit a comes before unit b along the axis. */
  private readonly before: Uint8Array;
  private readonly start: Int32Array;
  private readonly behind: Int32Array;
  private readonly turn: Int32Array;
  private nodes = 0;
  private nodesMax = 0;
  private isRefused = false;

  /** Units in the order of the search, large ones first. `accepts` may refuse a way that was found; then the search goes on. */
  constructor(inside: Inside, units: readonly UnitKind[], accepts: () => boolean) {
    const n = units.length;
    this.units = units;
    this.room = [inside.length, inside.width, inside.height];
    this.accepts = accepts;
    this.places = new Int32Array(6 * n);
    this.size = new Int32Array(3 * n);
    this.before = new Uint8Array(3 * n * n);
    this.start = new Int32Array(3 * n);
    this.behind = new Int32Array(3 * n);
    this.turn = new Int32Array(n);
    this.walk = this.turnNext(0);
  }

  /** Looks at about so many more positions. */
  step(nodes: number): CompleteStep {
    this.nodes = 0;
    this.nodesMax = nodes;
    const { done, value } = this.walk.next();
    if (done !== true) return 'searching';
    if (value) return 'found';
    return this.isRefused ? 'refused' : 'impossible';
  }

  /** Gives the next unit each of its turns. */
  private *turnNext(unit: number): Generator<undefined, boolean> {
    const kind = this.units[unit];
    if (kind === undefined) return this.note();
    // Of equal units, the later never has an earlier turn: swapped, they would be the same.
    const firstTurn = this.units[unit - 1] === kind ? (this.turn[unit - 1] ?? 0) : 0;
    for (let turn = firstTurn; turn < kind.turns.length; turn += 3) {
      let fits = true;
      this.turn[unit] = turn;
      for (let axis = 0; axis < 3; axis += 1) {
        const edge = kind.turns[turn + axis] ?? 0;
        this.size[axis * this.units.length + unit] = edge;
        if (edge > (this.room[axis] ?? 0)) fits = false;
      }
      if (fits && (yield* this.part(unit + 1))) return true;
    }
    return false;
  }

  /** Parts the first units from each other. */
  private *part(known: number): Generator<undefined, boolean> {
    this.nodes += 1;
    if (this.nodes > this.nodesMax) yield;
    if (!this.push(known)) return false;
    const pair = this.tightestPair(known);
    if (pair === null) return yield* this.turnNext(known);
    for (const saying of this.waysToPart(pair)) {
      this.before[saying] = 1;
      const isFound = yield* this.part(known);
      this.before[saying] = 0;
      if (isFound) return true;
    }
    return false;
  }

  /** The sayings that part a pair and leave room, as places in `before`. */
  private waysToPart([a, b]: readonly [number, number]): number[] {
    const n = this.units.length;
    const ways: number[] = [];
    for (let axis = 0; axis < 3; axis += 1) {
      if (this.canPrecede(a, b, axis)) ways.push((axis * n + a) * n + b);
      if (this.canPrecede(b, a, axis)) ways.push((axis * n + b) * n + a);
    }
    return ways;
  }

  /** Pushes everything to the corner: the least coordinate that the sayings allow, and the greatest. */
  private push(known: number): boolean {
    const n = this.units.length;
    for (let axis = 0; axis < 3; axis += 1) {
      const room = this.room[axis] ?? 0;
      const { start, behind, size, before } = this;
      const row = axis * n;
      for (let unit = 0; unit < known; unit += 1) {
        start[row + unit] = 0;
        // Mirrored, every arrangement has the first unit in the other half.
        behind[row + unit] =
          unit === 0 && known > 1
            ? Math.floor((room - (size[row] ?? 0)) / 2)
            : room - (size[row + unit] ?? 0);
      }
      for (let moved = true, rounds = 0; moved; rounds += 1) {
        if (rounds > known) return false;
        moved = false;
        for (let a = 0; a < known; a += 1) {
          for (let b = 0; b < known; b += 1) {
            if (before[(row + a) * n + b] !== 1) continue;
            const end = (start[row + a] ?? 0) + (size[row + a] ?? 0);
            if (end > (start[row + b] ?? 0)) {
              start[row + b] = end;
              moved = true;
            }
            const latest = (behind[row + b] ?? 0) - (size[row + a] ?? 0);
            if (latest < (behind[row + a] ?? 0)) {
              behind[row + a] = latest;
              moved = true;
            }
          }
        }
      }
      for (let unit = 0; unit < known; unit += 1)
        if ((start[row + unit] ?? 0) > (behind[row + unit] ?? 0)) return false;
    }
    return true;
  }

  private canPrecede(first: number, second: number, axis: number): boolean {
    const row = axis * this.units.length;
    const end = (this.start[row + first] ?? 0) + (this.size[row + first] ?? 0);
    if (end > (this.behind[row + second] ?? 0)) return false;
    // Equal units with equal turns are numbered from left to right.
    const isTwin = this.units[first] === this.units[second] && this.turn[first] === this.turn[second];
    return !(isTwin && axis === 0 && second < first);
  }

  /** Of the pairs that overlap where they are pushed to, the one with the fewest ways out. */
  private tightestPair(known: number): readonly [number, number] | null {
    let tightest: readonly [number, number] | null = null;
    let fewest = 7;
    for (let a = 0; a < known; a += 1) {
      for (let b = a + 1; b < known; b += 1) {
        if (!this.overlap(a, b)) continue;
        let ways = 0;
        for (let axis = 0; axis < 3; axis += 1) {
          if (this.canPrecede(a, b, axis)) ways += 1;
          if (this.canPrecede(b, a, axis)) ways += 1;
        }
        if (ways < fewest) {
          fewest = ways;
          tightest = [a, b];
        }
      }
    }
    return tightest;
  }

  private overlap(a: number, b: number): boolean {
    const n = this.units.length;
    for (let row = 0; row < 3 * n; row += n) {
      const startA = this.start[row + a] ?? 0;
      const startB = this.start[row + b] ?? 0;
      if (startA + (this.size[row + a] ?? 0) <= startB) return false;
      if (startB + (this.size[row + b] ?? 0) <= startA) return false;
    }
    return true;
  }

  private note(): boolean {
    const n = this.units.length;
    for (let unit = 0; unit < n; unit += 1) {
      for (let axis = 0; axis < 3; axis += 1) {
        this.places[unit * 6 + axis] = this.start[axis * n + unit] ?? 0;
        this.places[unit * 6 + 3 + axis] = this.size[axis * n + unit] ?? 0;
      }
    }
    const isAccepted = this.accepts();
    if (!isAccepted) this.isRefused = true;
    return isAccepted;
  }
}
