import type { Result } from '#domain/result.ts';
import type { ShopFailure } from './seller-account.ts';

type Page = { readonly nextCursor: string | null };

/** How a walk ended: through, at a page that was not answered, or with its pages used up at this cursor. */
export type WalkEnd =
  | { readonly kind: 'through'; readonly pages: number }
  | { readonly kind: 'failed'; readonly error: ShopFailure; readonly cursor: string | null }
  | { readonly kind: 'too-long'; readonly cursor: string };

/** So many pages of a list are asked for at once: at 45 calls a second, enough for answers that take a sixth of a second. */
export const lanesMax = 8;

/** A list to walk, page by page. `null` among the cursors is its beginning. */
export type Walk<One extends Page> = {
  /** Where to begin: one place, or all those that an earlier walk has left. */
  readonly from: readonly (string | null)[];
  /** So many pages at most, 1 or more. */
  readonly pagesMax: number;
  /** So many pages are asked for at once, 1 or more. */
  readonly lanesMax: number;
  readonly read: (cursor: string | null) => Promise<Result<One, ShopFailure>>;
  /** Divides what lies behind a cursor, so that two can walk it; null where it cannot be divided. */
  readonly fork: (cursor: string) => readonly [string, string] | null;
  /** Whether a page ends its lane, as everything behind it was read by another one. */
  readonly isMet?: (page: One) => boolean;
  /** Takes a page over, one at a time, each lane's in their order. `open`: where this walk can be taken up again from now on. */
  readonly takeOver: (page: One, open: readonly (string | null)[]) => Promise<void>;
};

/**
 * Reads a list by several lanes side by side, so that neither the shop's way nor our disk holds it up. It begins with one; a lane
 * that has read a page divides what is left while there is a free lane. At a failure no lane goes on, and what was read is taken over.
 */
export async function walkPages<One extends Page>(walk: Walk<One>): Promise<WalkEnd> {
  /** The pages that are not taken over yet, and whatever lies behind them. */
  const open = new Set<{ readonly cursor: string | null }>();
  const lanes = new Set<Promise<void>>();
  let pages = 0;
  let end: Exclude<WalkEnd, { kind: 'through' }> | null = null;
  let hasThrown = false;
  let taking: Promise<void> = Promise.resolve();

  const placeOf = (cursor: string | null) => {
    const place = { cursor };
    open.add(place);
    return place;
  };
  type Place = ReturnType<typeof placeOf>;

  async function walkLane(start: Place): Promise<void> {
    let at = start;
    let before: Promise<void> = Promise.resolve();
    while (end === null && !hasThrown) {
      if (pages >= walk.pagesMax) {
        end ??= { kind: 'too-long', cursor: at.cursor ?? '' };
        break;
      }
      pages += 1;
      const answer = await walk.read(at.cursor);
      if (!answer.ok) {
        end ??= { kind: 'failed', error: answer.error, cursor: at.cursor };
        break;
      }
      // A lane is one page ahead of what is taken over, and no more.
      await before;
      const { value } = answer;
      const next = value.nextCursor === null || walk.isMet?.(value) === true ? null : value.nextCursor;
      const mayFork = next !== null && places.length === 0 && lanes.size < walk.lanesMax;
      const [here, ahead] = (mayFork ? walk.fork(next) : null) ?? [next, null];
      const read = at;
      const parts = [here, ahead].flatMap((cursor) => (cursor === null ? [] : [{ cursor }]));
      before = takeOver(value, read, parts);
      before.catch(() => undefined);
      const [mine, another] = parts;
      if (another !== undefined) begin(another);
      if (mine === undefined) break;
      at = mine;
    }
    await before;
  }

  function takeOver(page: One, read: Place, behind: readonly Place[]): Promise<void> {
    const taken = taking.then(async () => {
      if (hasThrown) return;
      open.delete(read);
      for (const place of behind) open.add(place);
      await walk.takeOver(
        page,
        [...open].map(({ cursor }) => cursor),
      );
    });
    taking = taken.catch(() => undefined);
    return taken;
  }

  function begin(place: Place): void {
    const lane = walkLane(place).finally(() => {
      lanes.delete(lane);
      startWaiting();
    });
    lane.catch(() => {
      hasThrown = true;
    });
    lanes.add(lane);
    running.push(lane);
  }

  function startWaiting(): void {
    while (end === null && !hasThrown && lanes.size < walk.lanesMax) {
      const place = places.shift();
      if (place === undefined) return;
      begin(place);
    }
  }

  const running: Promise<void>[] = [];
  const places = walk.from.map(placeOf);
  startWaiting();
  // Each lane may have begun others: they are waited for in turn, and the first that threw is told.
  for (let index = 0; index < running.length; index += 1) await Promise.allSettled([running[index]]);
  await Promise.all(running);
  return end ?? { kind: 'through', pages };
}
