import { addLoad, isBorne } from '../filling/bearing.ts';
import { SPACE_WIDTH } from '../filling/empty-spaces.ts';
import type { Hold } from '../filling/hold.ts';
import { type Block, unitsOf } from './block.ts';
import type { ReachableLengths } from './reachable-lengths.ts';

/** Gaps up to this share of an edge count as touching. */
const TOUCH_SHARE = 0.04;
/** How much what a block touches counts, and how little that it has few units. */
const TOUCH_POWER = 2;
const UNITS_POWER = 0.2;

/** A place for a block and how good it is: more is better. */
export type BlockChoice = {
  readonly block: Block;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly score: number;
};

/** A carton that is loaded block by block: each time the space nearest to a corner of the carton gets the block that suits it best. */
export class BlockLoading {
  readonly hold: Hold;
  /** How many units of each kind are left, by its index. */
  readonly left: Int32Array;
  private readonly reach: ReachableLengths;
  private blocks: readonly Block[];
  /** Where the space lies that is filled next. */
  private space = -1;

  constructor(hold: Hold, blocks: readonly Block[], left: Int32Array, reach: ReachableLengths) {
    this.hold = hold;
    this.blocks = blocks;
    this.left = Int32Array.from(left);
    this.reach = reach;
  }

  /** Becomes a copy of another loading of the same carton. */
  copyFrom(other: BlockLoading): void {
    this.hold.copyFrom(other.hold);
    this.left.set(other.left);
    this.blocks = other.blocks;
  }

  /** The best choices for the next space that takes any block, best first; none when the carton is as full as it gets. */
  choices(most: number): BlockChoice[] {
    this.blocks = this.blocks.filter(({ uses }) => this.isLeft(uses));
    for (;;) {
      this.space = this.nearestSpace();
      if (this.space < 0) return [];
      const found = this.choicesIn(this.space, most);
      if (found.length > 0) return found;
      this.giveUpSpace();
    }
  }

  /** Forgets the space that the last choices were for. */
  giveUpSpace(): void {
    const { spaces } = this.hold;
    spaces.ends.copyWithin(this.space, (spaces.count - 1) * SPACE_WIDTH, spaces.count * SPACE_WIDTH);
    spaces.count -= 1;
  }

  /** Puts a block in. False, and nothing changes, where one of its units would lie as it may not. */
  take({ block, x, y, z }: BlockChoice, leastMm: number): boolean {
    const { hold } = this;
    const before = hold.count;
    const borneG = hold.isWeighed ? hold.borneG.slice(0, before) : null;
    for (const unit of unitsOf(block)) {
      const [dx, dy, dz] = unit.edges;
      const isAllowed =
        hold.loadG + unit.kind.weightG <= hold.inside.maxLoadG &&
        (!hold.isStrict || isBorne(hold, unit.kind, x + unit.x, y + unit.y, z + unit.z, dx, dy, dz));
      if (!isAllowed) {
        hold.takeBackTo(before);
        if (borneG !== null) hold.borneG.set(borneG);
        return false;
      }
      hold.put(unit.kind, x + unit.x, y + unit.y, z + unit.z, dx, dy, dz);
      if (hold.isWeighed) addLoad(hold);
    }
    hold.spaces.cut(x, y, z, x + block.dx, y + block.dy, z + block.dz, leastMm, leastMm);
    const { uses } = block;
    for (let at = 0; at < uses.length; at += 2) {
      const kind = uses[at] ?? 0;
      this.left[kind] = (this.left[kind] ?? 0) - (uses[at + 1] ?? 0);
    }
    return true;
  }

  private isLeft(uses: Int32Array): boolean {
    for (let at = 0; at < uses.length; at += 2)
      if ((this.left[uses[at] ?? 0] ?? 0) < (uses[at + 1] ?? 0)) return false;
    return true;
  }

  /** Where the space lies whose corner is nearest to one of the carton's: three distances, the least counts most. */
  private nearestSpace(): number {
    const { ends, count } = this.hold.spaces;
    const { length, width, height } = this.hold.inside;
    let nearest = -1;
    let best = Number.POSITIVE_INFINITY;
    for (let at = 0, end = count * SPACE_WIDTH; at < end; at += SPACE_WIDTH) {
      const gapX = Math.min(ends[at] ?? 0, length - (ends[at + 3] ?? 0));
      const gapY = Math.min(ends[at + 1] ?? 0, width - (ends[at + 4] ?? 0));
      // Where units must be borne, only the floor counts.
      const gapZ = this.hold.isStrict
        ? (ends[at + 2] ?? 0)
        : Math.min(ends[at + 2] ?? 0, height - (ends[at + 5] ?? 0));
      const volume =
        ((ends[at + 3] ?? 0) - (ends[at] ?? 0)) *
        ((ends[at + 4] ?? 0) - (ends[at + 1] ?? 0)) *
        ((ends[at + 5] ?? 0) - (ends[at + 2] ?? 0));
      const distance = (gapX + gapY + gapZ) * 1e6 - volume / (length * width * height);
      if (distance < best) {
        best = distance;
        nearest = at;
      }
    }
    return nearest;
  }

  /** Blocks by how much of the space they fill, how little they leave that nothing can fill, and how much they touch. */
  private choicesIn(at: number, most: number): BlockChoice[] {
    const { hold, reach } = this;
    const { ends } = hold.spaces;
    const [x0, y0, z0] = [ends[at] ?? 0, ends[at + 1] ?? 0, ends[at + 2] ?? 0];
    const [x1, y1, z1] = [ends[at + 3] ?? 0, ends[at + 4] ?? 0, ends[at + 5] ?? 0];
    const { length, width, height } = hold.inside;
    const [roomX, roomY, roomZ] = [x1 - x0, y1 - y0, z1 - z0];
    const isRight = length - x1 < x0;
    const isFront = width - y1 < y0;
    const isHigh = !hold.isStrict && height - z1 < z0;
    const found: BlockChoice[] = [];
    let least = 0;
    for (const block of this.blocks) {
      const { dx, dy, dz } = block;
      if (dx > roomX || dy > roomY || dz > roomZ) continue;
      const usableX = dx + (reach[0][roomX - dx] ?? 0);
      const usableY = dy + (reach[1][roomY - dy] ?? 0);
      const usableZ = dz + (reach[2][roomZ - dz] ?? 0);
      const usable = (usableX * usableY * usableZ) / (roomX * roomY * roomZ);
      if (found.length >= most && block.volumeMm3 * usable <= least) continue;
      const touching =
        dy * dz * (roomX - dx <= TOUCH_SHARE * dx ? 2 : 1) +
        dx * dz * (roomY - dy <= TOUCH_SHARE * dy ? 2 : 1) +
        dx * dy * (roomZ - dz <= TOUCH_SHARE * dz ? 2 : 1);
      const share = touching / (2 * (dy * dz + dx * dz + dx * dy));
      const score = (block.volumeMm3 * usable * share ** TOUCH_POWER) / block.units ** UNITS_POWER;
      if (found.length >= most && score <= least) continue;
      const x = isRight ? x1 - dx : x0;
      const y = isFront ? y1 - dy : y0;
      const z = isHigh ? z1 - dz : z0;
      if (hold.isStrict && !this.isBorneAt(block, x, y, z)) continue;
      insert(found, { block, x, y, z, score }, most);
      least = found.length >= most ? (found.at(-1)?.score ?? 0) : 0;
    }
    return found;
  }

  /** A quick look at the floor under a block; `take` looks at each unit. */
  private isBorneAt(block: Block, x: number, y: number, z: number): boolean {
    if (z === 0 || block.made.of === 'blocks') return true;
    return isBorne(this.hold, block.made.kind, x, y, z, block.dx, block.dy, block.dz);
  }
}

/** Keeps a short list sorted, best first. */
function insert(list: BlockChoice[], choice: BlockChoice, most: number): void {
  let at = list.length;
  while (at > 0 && (list[at - 1]?.score ?? 0) < choice.score) at -= 1;
  list.splice(at, 0, choice);
  if (list.length > most) list.pop();
}
