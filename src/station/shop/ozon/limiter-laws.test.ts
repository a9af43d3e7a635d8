import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLimiter, type Limiter, type Urgency } from './limiter.ts';
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts';

/** What Ozon allows, written down here once more: a mistake in the limiter's own figures must show. */
const SHOP_PER_SECOND = 50;
const SHOP_PER_MINUTE: Readonly<Record<string, number>> = {
  '/v2/products/stocks': 80,
  '/v1/barcode/add': 20,
  '/v1/barcode/generate': 20,
};
const METHODS = [...Object.keys(SHOP_PER_MINUTE), '/v4/posting/fbs/ship', '/v3/posting/fbs/get'];

type Order = {
  readonly method: string;
  readonly urgency: Urgency;
  readonly atMs: number;
  readonly tookMs: number;
};
type Seen = { readonly method: string; readonly atMs: number };
/** What the shop answers a call: 429 with the pause that it asks for, or null where it takes it. */
type Shop = (atMs: number) => { readonly of: 'method' | 'all'; readonly askedMs: number | null } | null;

const orders = fc.array(
  fc.record({
    method: fc.constantFrom(...METHODS),
    urgency: fc.constantFrom<Urgency>('packer', 'screen', 'background'),
    atMs: fc.nat(20_000),
    tookMs: fc.integer({ min: 1, max: 3000 }),
  }),
  { minLength: 100, maxLength: 400 },
);

/** Lets callers that try again at once, a hundred times, loose on a shop through a limiter; answers every call that was sent. */
async function play(
  limiter: Limiter,
  clock: VirtualClock,
  { calls, shop, forMs }: { readonly calls: readonly Order[]; readonly shop: Shop; readonly forMs: number },
): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  const callers = calls.map(async ({ method, urgency, atMs, tookMs }) => {
    await clock.sleep(atMs);
    for (let turn = 0; turn < 100 && clock.nowMs() < forMs; turn += 1) {
      const passage = await limiter.run({ method, urgency }, async (brake) => {
        const sentMs = clock.nowMs();
        seen.push({ method, atMs: sentMs });
        await clock.sleep(tookMs);
        const pause = shop(sentMs);
        if (pause !== null) brake(pause.of, pause.askedMs);
        return pause === null;
      });
      if (passage.passed && passage.value) return;
      if (!passage.passed) await clock.sleep(passage.waitMs ?? 0);
    }
  });
  await clock.pass(forMs + 200_000);
  await Promise.all(callers);
  return seen;
}

/** The most calls in any stretch of `perMs`. */
function most(seen: readonly Seen[], perMs: number): number {
  const times = seen.map(({ atMs }) => atMs).toSorted((a, b) => a - b);
  let from = 0;
  return times.reduce((found, atMs, to) => {
    while (atMs - (times[from] ?? 0) >= perMs) from += 1;
    return Math.max(found, to - from + 1);
  }, 0);
}

function isWithinLimits(seen: readonly Seen[]): boolean {
  return (
    most(seen, 1000) <= SHOP_PER_SECOND &&
    Object.entries(SHOP_PER_MINUTE).every(
      ([method, calls]) =>
        most(
          seen.filter((one) => one.method === method),
          60_000,
        ) <= calls,
    )
  );
}

const calm: Shop = () => null;
const rush = (method: string): readonly Order[] =>
  Array.from({ length: 300 }, () => ({ method, urgency: 'packer', atMs: 0, tookMs: 1 }));

describe('whatever is asked of the shop', () => {
  it('no second and no minute holds more calls than Ozon allows, and every caller is served', async () => {
    await fc.assert(
      fc.asyncProperty(orders, async (calls) => {
        const clock = createVirtualClock();
        const seen = await play(createLimiter({ clock }), clock, { calls, shop: calm, forMs: 900_000 });
        expect(seen).toHaveLength(calls.length);
        expect(isWithinLimits(seen)).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it('would show in these tests if the limiter allowed more', async () => {
    const clock = createVirtualClock();
    const raised = createLimiter({ clock, perSecond: SHOP_PER_SECOND + 1 });
    const calls = rush('/v3/posting/fbs/get');
    expect(isWithinLimits(await play(raised, clock, { calls, shop: calm, forMs: 60_000 }))).toBe(false);
    const other = createVirtualClock();
    const methodLimits = [{ methods: ['/v2/products/stocks'], calls: 90, perMs: 60_000 }];
    const perMethod = createLimiter({ clock: other, methodLimits });
    const stocks = rush('/v2/products/stocks');
    expect(isWithinLimits(await play(perMethod, other, { calls: stocks, shop: calm, forMs: 300_000 }))).toBe(
      false,
    );
  });

  it('a shop that answers nothing but 429 is asked ever more seldom, never in a hot loop', async () => {
    const wishes = fc.record({
      of: fc.constantFrom<'method' | 'all'>('method', 'all'),
      askedMs: fc.constantFrom(null, 0, 1, 500, 30_000),
    });
    await fc.assert(
      fc.asyncProperty(orders, wishes, async (calls, wish) => {
        const clock = createVirtualClock();
        const shop: Shop = () => wish;
        const seen = await play(createLimiter({ clock }), clock, { calls, shop, forMs: 600_000 });
        const lanes = wish.of === 'all' ? [seen] : METHODS.map((one) => seen.filter((s) => s.method === one));
        for (const lane of lanes) {
          // As many as may be at once before the first answer, then two at a time.
          expect(most(lane, 1000)).toBeLessThanOrEqual(16 * 4);
          const late = lane.filter(({ atMs }) => atMs >= 300_000);
          expect(most(late, 50_000)).toBeLessThanOrEqual(2);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('after a storm everybody is served, within the limits', async () => {
    await fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 1000, max: 30_000 }), async (calls, stormMs) => {
        const clock = createVirtualClock();
        const shop: Shop = (atMs) => (atMs < stormMs ? { of: 'all', askedMs: null } : null);
        const seen = await play(createLimiter({ clock }), clock, { calls, shop, forMs: 900_000 });
        expect(isWithinLimits(seen)).toBe(true);
        expect(seen.filter(({ atMs }) => atMs >= stormMs)).toHaveLength(calls.length);
      }),
      { numRuns: 15 },
    );
  });
});
