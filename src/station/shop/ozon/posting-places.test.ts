import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ok } from '#domain/result.ts';
import { walkPages } from '../walk-pages.ts';
import { cursorOf, forked, isInOrder, type Place, placeBehind, placeIn, startOf } from './posting-places.ts';

const AT = Date.parse('2026-11-23T08:00:00Z');
const PAGE = 10;

/** A shop's list: rows by moment and number, and its page behind a place as the shop would cut it. */
function shopWith(moments: readonly number[]) {
  const rows = moments
    .map((moment, number) => ({ moment, number }))
    .sort((a, b) => a.moment - b.moment || a.number - b.number);
  return (place: Place) => {
    // Cancelled ones are another list; none here.
    const wanted =
      place.phase === 'cancelled'
        ? []
        : rows.filter(({ moment }) => moment >= place.from && moment <= place.to);
    const sorted = place.isBackwards ? wanted.reverse() : wanted;
    const from = place.next === '' ? 0 : Number(place.next);
    const page = sorted.slice(from, from + PAGE);
    const hasNext = from + PAGE < sorted.length;
    return { rows: page, hasNext, cursor: hasNext ? String(from + PAGE) : '' };
  };
}

/** Reads such a list as the bench does; answers how often each row was read, and how many pages it took. */
async function readAll(moments: readonly number[], lanesMax: number, s: fc.Scheduler) {
  const shop = shopWith(moments);
  const times = new Map<number, number>();
  const seen = new Set<number>();
  const end = await s.waitFor(
    walkPages({
      ...{ from: [null], pagesMax: 10_000, lanesMax },
      read: async (cursor) => {
        const place = cursor === null ? startOf('unfinished', AT, AT) : placeIn(cursor);
        if (place === null) throw new Error('a cursor of its own can be read');
        const { rows, hasNext, cursor: next } = shop(place);
        await s.schedule(Promise.resolve());
        const page = { moments: rows.map(({ moment }) => moment), hasNext, cursor: next };
        expect(isInOrder(place, page)).toBe(true);
        const behind = placeBehind(place, page, true);
        return ok({ rows, isPaired: place.isPaired, nextCursor: behind === null ? null : cursorOf(behind) });
      },
      fork: (cursor) => {
        const place = placeIn(cursor);
        const parts = place === null ? null : forked(place);
        return parts === null ? null : [cursorOf(parts[0]), cursorOf(parts[1])];
      },
      isMet: ({ rows, isPaired }) => {
        const isKnown = rows.length > 0 && rows.every(({ number }) => seen.has(number));
        for (const { number } of rows) seen.add(number);
        return isPaired && isKnown;
      },
      takeOver: async ({ rows }) => {
        for (const { number } of rows) times.set(number, (times.get(number) ?? 0) + 1);
      },
    }),
  );
  return { times, pages: end.kind === 'through' ? end.pages : Number.NaN };
}

const minutes = fc.integer({ min: -60_000, max: 200_000 }).map((minute) => AT + minute * 60_000);
/** Postings all over the time, and many with the very same cutoff. */
const moments = fc
  .tuple(
    fc.array(minutes, { maxLength: 150 }),
    fc.array(fc.tuple(minutes, fc.integer({ min: 1, max: 150 })), { maxLength: 3 }),
  )
  .map(([spread, clumps]) => [
    ...spread,
    ...clumps.flatMap(([moment, count]) => Array<number>(count).fill(moment)),
  ]);

describe('a list that several lanes read', () => {
  it('is read whole, whatever its cutoffs are and whichever lane is faster', async () => {
    await fc.assert(
      fc.asyncProperty(moments, fc.integer({ min: 1, max: 8 }), fc.scheduler(), async (all, lanesMax, s) => {
        const { times } = await readAll(all, lanesMax, s);
        expect(times.size).toBe(all.length);
      }),
      { numRuns: 300 },
    );
  });

  it('has every moment in the window of exactly one lane', () => {
    fc.assert(
      fc.property(moments, fc.array(fc.nat(20), { maxLength: 12 }), (all, turns) => {
        const shop = shopWith(all);
        // One page each, then divided: the lanes' windows are [last read, until) and [from, to].
        let lanes: Place[] = [startOf('unfinished', AT, AT)];
        const read = new Map<number, number>();
        for (const turn of turns) {
          const place = lanes[turn % Math.max(1, lanes.length)];
          if (place === undefined || place.phase !== 'unfinished') continue;
          const { rows, hasNext, cursor } = shop(place);
          const mine = rows.filter(({ moment }) => place.until === null || moment < place.until);
          for (const { number } of mine) read.set(number, (read.get(number) ?? 0) + 1);
          const page = { moments: rows.map(({ moment }) => moment), hasNext, cursor };
          const behind = placeBehind(place, page, true);
          const parts = behind === null || behind.phase === 'cancelled' ? null : forked(behind);
          const isByTime = parts !== null && !parts[1].isBackwards;
          const next = isByTime ? parts : behind === null || behind.phase === 'cancelled' ? [] : [behind];
          lanes = lanes.flatMap((lane) => (lane === place ? next : [lane]));
        }
        for (const lane of lanes)
          for (let at: Place | null = lane; at !== null && at.phase === 'unfinished'; ) {
            const { until } = at;
            const { rows, hasNext, cursor } = shop(at);
            for (const { moment, number } of rows)
              if (until === null || moment < until) read.set(number, (read.get(number) ?? 0) + 1);
            at = placeBehind(at, { moments: rows.map(({ moment }) => moment), hasNext, cursor }, true);
          }
        expect([...read.values()].every((times) => times === 1)).toBe(true);
        expect(read.size).toBe(all.length);
      }),
    );
  });

  it('takes few more calls by several lanes than by one', async () => {
    await fc.assert(
      fc.asyncProperty(moments, fc.scheduler(), fc.scheduler(), async (all, s, t) => {
        const one = await readAll(all, 1, s);
        const many = await readAll(all, 8, t);
        expect(many.pages).toBeLessThanOrEqual(2 * one.pages + 40);
      }),
    );
  });

  it('is read to the end of each window where it is not sorted as it should be', () => {
    const place = { ...startOf('unfinished', AT, AT), until: AT };
    const page = { moments: [AT + 5, AT - 5], hasNext: true, cursor: 'x' };
    expect(isInOrder(place, page)).toBe(false);
    expect(placeBehind(place, page, false)).toMatchObject({ next: 'x', last: null });
    expect(isInOrder(place, { ...page, moments: [AT, null] })).toBe(false);
  });
});
