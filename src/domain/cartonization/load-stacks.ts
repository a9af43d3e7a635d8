import type { Load, LoadGoal } from './load-carton.ts';
import type { Hold, Placed } from './load-space.ts';
import type { Turn, UnitKind } from './unit-kinds.ts';

type Stack = {
  readonly x: number;
  readonly y: number;
  /** Edges and height of the topmost unit's upper face. */
  dx: number;
  dy: number;
  z: number;
  closed: boolean;
};
type Floor = { rowY: number; rowDepth: number; nextX: number };

/** Stacks looked at for each unit, and refusals before a loading ends: both bound the time of very large orders. */
const OPEN_STACKS_MAX = 200;
const REFUSALS_MAX = 500;

/** A new stack at the end of the row, or in a new row in front of it. */
function newStack(floor: Floor, hold: Hold, { dx, dy }: Turn): Stack | null {
  if (floor.nextX + dx > hold.x) {
    const rowY = floor.rowY + floor.rowDepth;
    if (rowY + dy > hold.y) return null;
    Object.assign(floor, { rowY, rowDepth: 0, nextX: 0 });
  }
  if (floor.rowY + dy > hold.y) return null;
  const stack = { x: floor.nextX, y: floor.rowY, dx, dy, z: 0, closed: false };
  floor.nextX += dx;
  floor.rowDepth = Math.max(floor.rowDepth, dy);
  return stack;
}

function onStack(stacks: readonly Stack[], kind: UnitKind, hold: Hold): { stack: Stack; turn: Turn } | null {
  for (const stack of stacks) {
    if (stack.closed) continue;
    for (const turn of kind.turns)
      if (turn.dx <= stack.dx && turn.dy <= stack.dy && stack.z + turn.dz <= hold.z) return { stack, turn };
  }
  return null;
}

/**
 * Loads very many units into one carton as stacks in rows, each unit wholly on the one below it.
 * Takes time in proportion to the number of units; wastes more room than `loadCarton`. `order`: large faces first.
 */
export function loadStacks(hold: Hold, order: readonly UnitKind[], goal: LoadGoal): Load {
  const floor: Floor = { rowY: 0, rowDepth: 0, nextX: 0 };
  const placed: Placed[] = [];
  const left: UnitKind[] = [];
  let stacks: Stack[] = [];
  let volumeMm3 = 0;
  let weightG = 0;
  for (const [index, kind] of order.entries()) {
    const tooMuch = weightG + kind.weightG > hold.maxLoadG;
    let found = tooMuch ? null : onStack(stacks, kind, hold);
    if (found === null && !tooMuch) {
      const turn = kind.turns.find(({ dx, dy, dz }) => dx <= hold.x && dy <= hold.y && dz <= hold.z);
      const stack = turn && newStack(floor, hold, turn);
      if (stack && turn) {
        found = { stack, turn };
        stacks = [stack, ...stacks].slice(0, OPEN_STACKS_MAX);
      }
    }
    if (found === null) {
      left.push(kind);
      if (goal === 'most' && left.length < REFUSALS_MAX) continue;
      return { placed, left: [...left, ...order.slice(index + 1)], volumeMm3, weightG };
    }
    const { stack, turn } = found;
    placed.push(placedOn(stack, turn, kind));
    Object.assign(stack, { dx: turn.dx, dy: turn.dy, z: stack.z + turn.dz, closed: kind.fragile });
    volumeMm3 += kind.volumeMm3;
    weightG += kind.weightG;
  }
  return { placed, left, volumeMm3, weightG };
}

function placedOn({ x, y, z }: Stack, { dx, dy, dz }: Turn, kind: UnitKind): Placed {
  return { kind, x0: x, y0: y, z0: z, x1: x + dx, y1: y + dy, z1: z + dz };
}
