import { SPOT_RULES, type SpotRule } from '../filling/find-spot.ts';
import type { Hold } from '../filling/hold.ts';
import { type Loading, loadUnits } from '../filling/load-units.ts';
import type { UnitKind } from '../unit-kinds.ts';
import { LOAD_ORDERS, type LoadOrder, measureOf } from './load-orders.ts';
import { seededRandom } from './seeded-random.ts';

/** The first loadings, before chance comes in: the pairs that succeed most often go first. */
const STARTS: readonly (readonly [LoadOrder, SpotRule])[] = [
  ['volume', 'touching'],
  ['face', 'far'],
  ['volume', 'low'],
  ['longest', 'touching'],
  ['volume', 'snug'],
  ['face', 'touching'],
  ['longest', 'back'],
  ['volume', 'far'],
  ['shortest', 'top'],
  ['face', 'low'],
  ['volume', 'back'],
  ['longest', 'snug'],
];

/** Of more units than this, nobody counts what they touch: it takes too long. */
const TOUCHING_UNITS_MAX = 50;
/** How much earlier a unit comes after each loading that left it out. */
const BLAME = 0.15;
const ROUND = 24;

/** Loadings of the same holds, each with another sequence: units that found no place come earlier the next time. */
export class LoadWheel {
  readonly holds: Hold[];
  tries = 0;
  private readonly units: readonly UnitKind[];
  private readonly sequence: UnitKind[];
  private readonly places: number[];
  private readonly base: Float64Array;
  private readonly blame: Float64Array;
  private readonly rank: Float64Array;
  private readonly leftOut: number[] = [];
  private readonly random: () => number;
  private readonly hasFragile: boolean;
  private rule: SpotRule = 'touching';

  private readonly mayJoin: Loading['mayJoin'];

  constructor(
    holds: readonly Hold[],
    units: readonly UnitKind[],
    seed: number,
    mayJoin: Loading['mayJoin'] = null,
  ) {
    this.holds = [...holds];
    this.units = units;
    this.mayJoin = mayJoin;
    this.sequence = [...units];
    this.places = units.map((_, place) => place);
    this.base = new Float64Array(units.length);
    this.blame = new Float64Array(units.length);
    this.rank = new Float64Array(units.length);
    this.random = seededRandom(seed);
    this.hasFragile = holds.some(({ isStrict }) => isStrict) && units.some(({ fragile }) => fragile);
  }

  /** One more loading, with pauses where there are many units; true when everything went in. */
  *turn(): Generator<undefined, boolean> {
    const start = STARTS[this.tries];
    if (start) this.begin(start[0], start[1]);
    else this.shuffle();
    this.tries += 1;
    const { holds, mayJoin, sequence, leftOut } = this;
    const rule = this.rule === 'touching' && sequence.length > TOUCHING_UNITS_MAX ? 'far' : this.rule;
    const isLoaded = yield* loadUnits(sequence, { holds, rule, mayJoin }, leftOut);
    for (const place of this.leftOut) {
      const unit = this.places[place] ?? 0;
      this.blame[unit] = (this.blame[unit] ?? 0) + BLAME;
    }
    return isLoaded;
  }

  /** Gives away the first hold as it is loaded, and goes on with another. */
  handOver(fresh: Hold): Hold {
    return this.holds.splice(0, 1, fresh)[0] ?? fresh;
  }

  private begin(order: LoadOrder, rule: SpotRule): void {
    this.rule = rule;
    this.measure(order);
    this.rank.set(this.base);
    this.arrange(1);
  }

  private shuffle(): void {
    const { random, rank, base, blame, units } = this;
    const round = (this.tries - STARTS.length) % ROUND;
    if (round === 0) {
      blame.fill(0);
      this.measure(LOAD_ORDERS[Math.floor(random() * LOAD_ORDERS.length)] ?? 'volume');
    }
    this.rule = SPOT_RULES[Math.floor(random() * SPOT_RULES.length)] ?? 'touching';
    const noise = 0.05 + 0.35 * random();
    for (let unit = 0; unit < units.length; unit += 1)
      rank[unit] = (base[unit] ?? 0) + (blame[unit] ?? 0) + noise * (random() - 0.5);
    this.arrange(random());
    // Which of several cartons is asked first decides much.
    if (this.holds.length > 1) {
      const from = Math.floor(random() * this.holds.length);
      this.holds.push(...this.holds.splice(from, 1));
    }
  }

  private measure(order: LoadOrder): void {
    const { base, units } = this;
    let most = 1;
    for (const kind of units) most = Math.max(most, measureOf(kind, order));
    units.forEach((kind, unit) => {
      base[unit] = measureOf(kind, order) / most;
    });
  }

  /** Sorts the sequence by rank; fragile units come later by `lateness`. */
  private arrange(lateness: number): void {
    const { rank, places, units, sequence } = this;
    if (this.hasFragile)
      units.forEach((kind, unit) => {
        if (kind.fragile) rank[unit] = (rank[unit] ?? 0) - 1.5 * lateness;
      });
    places.sort((a, b) => (rank[b] ?? 0) - (rank[a] ?? 0) || a - b);
    places.forEach((unit, place) => {
      const kind = units[unit];
      if (kind) sequence[place] = kind;
    });
  }
}
