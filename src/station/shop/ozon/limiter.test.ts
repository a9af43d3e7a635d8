import { describe, expect, it } from 'vitest';
import { createLimiter, type Urgency } from './limiter.ts';
import { METHOD } from './methods.ts';
import { createVirtualClock } from './virtual-clock.ts';

const by = (urgency: Urgency, method: string = METHOD.posting) => ({ method, urgency });
const NOON = Date.parse('2026-11-23T12:00:00Z');

describe('the limits of one Client-Id', () => {
  it('lets what a packer waits for pass before background polling', async () => {
    const clock = createVirtualClock();
    const limiter = createLimiter({ clock, perSecond: 1 });
    const order: string[] = [];
    const go = (name: string) => async () => {
      order.push(name);
    };
    const all = [
      limiter.run(by('screen'), go('first')),
      limiter.run(by('background'), go('polling')),
      limiter.run(by('screen'), go('screen')),
      limiter.run(by('packer'), go('packer')),
    ];
    await clock.pass(4000);
    await Promise.all(all);
    expect(order).toEqual(['first', 'packer', 'screen', 'polling']);
  });

  it('keeps places free while polling hangs', async () => {
    const limiter = createLimiter({ clock: createVirtualClock() });
    const { promise: hanging, resolve: release } = Promise.withResolvers<void>();
    const polls = Array.from({ length: 40 }, () => limiter.run(by('background'), () => hanging));
    const answer = await limiter.run(by('packer'), async () => 'label');
    expect(answer).toEqual({ passed: true, value: 'label' });
    expect(limiter.traffic(NOON)).toMatchObject({
      underWay: 8,
      waiting: [{ feature: 'queue', urgency: 'background', why: 'places', calls: 32 }],
    });
    release();
    await Promise.all(polls);
  });

  it('begins nothing while the shop wants a pause, and says how long it lasts', async () => {
    const clock = createVirtualClock();
    const limiter = createLimiter({ clock });
    await limiter.run(by('packer'), async (brake) => brake('all', 5000));
    await clock.pass(1000);
    expect(await limiter.run(by('packer', METHOD.ship), async () => 1)).toEqual({
      passed: false,
      waitMs: 4000,
    });
    expect(limiter.traffic(NOON).pauses).toEqual([
      { feature: null, isWhole: true, why: 'asked', endsAt: NOON + 4000 },
    ]);
    await clock.pass(4000);
    expect(await limiter.run(by('packer'), async () => 1)).toEqual({ passed: true, value: 1 });
  });

  it('says in whole ms how long to wait, whatever moment it is asked at', async () => {
    const clock = createVirtualClock();
    const limiter = createLimiter({ clock });
    await limiter.run(by('packer'), async (brake) => brake('all', 5000));
    await clock.pass(1000.25);
    expect(await limiter.run(by('packer'), async () => 1)).toEqual({ passed: false, waitMs: 4000 });
  });

  it('lets everything else go on while one method pauses', async () => {
    const clock = createVirtualClock();
    const limiter = createLimiter({ clock });
    await limiter.run(by('packer', METHOD.labelGet), async (brake) => brake('method', 60_000));
    expect(await limiter.run(by('packer', METHOD.labelGet), async () => 1)).toMatchObject({ passed: false });
    expect(await limiter.run(by('packer', METHOD.ship), async () => 1)).toMatchObject({ passed: true });
    expect(limiter.traffic(NOON).pauses).toEqual([
      { feature: 'labels', isWhole: false, why: 'asked', endsAt: NOON + 60_000 },
    ]);
  });

  it('drops what still waits when a pause begins', async () => {
    const clock = createVirtualClock();
    const limiter = createLimiter({ clock, perSecond: 1 });
    const first = limiter.run(by('packer'), async (brake) => brake('all', 60_000));
    const second = limiter.run(by('packer'), async () => 'sent');
    await first;
    expect(await second).toEqual({ passed: false, waitMs: 60_000 });
  });

  it('tries a shop with two calls after a pause, and with all again once it has answered', async () => {
    const clock = createVirtualClock();
    const limiter = createLimiter({ clock });
    await limiter.run(by('packer'), async (brake) => brake('all', null));
    await clock.pass(1000);
    const answered = Array.from({ length: 8 }, () => Promise.withResolvers<void>());
    const calls = answered.map(({ promise }) => limiter.run(by('packer'), () => promise));
    expect(limiter.traffic(NOON)).toMatchObject({
      underWay: 2,
      waiting: [{ why: 'trial', urgency: 'packer', calls: 6 }],
    });
    answered[0]?.resolve();
    await calls[0];
    expect(limiter.traffic(NOON)).toMatchObject({ underWay: 7, waiting: [] });
    for (const { resolve } of answered) resolve();
    await Promise.all(calls);
  });

  it('answers at once where a limit of a method would take long, with the time that it takes', async () => {
    const clock = createVirtualClock();
    const limiter = createLimiter({
      clock,
      methodLimits: [{ methods: [METHOD.ship, METHOD.split], calls: 2, perMs: 60_000 }],
    });
    await limiter.run(by('packer', METHOD.ship), async () => 1);
    await limiter.run(by('packer', METHOD.split), async () => 1);
    await clock.pass(1000);
    expect(await limiter.run(by('packer', METHOD.ship), async () => 1)).toEqual({
      passed: false,
      waitMs: 60_000,
    });
    expect(limiter.traffic(NOON).pauses).toMatchObject([
      { feature: 'shipping', why: 'limit', endsAt: NOON + 60_000 },
    ]);
    await clock.pass(55_000);
    const waiting = limiter.run(by('packer', METHOD.ship), async () => 1);
    await clock.pass(5000);
    expect(await waiting).toMatchObject({ passed: true });
  });

  it('lets a caller go that gave up waiting', async () => {
    const limiter = createLimiter({ clock: createVirtualClock() });
    const { promise: hanging, resolve: release } = Promise.withResolvers<void>();
    const busy = Array.from({ length: 16 }, () => limiter.run(by('packer'), () => hanging));
    const ended = new AbortController();
    let sent = false;
    const waiting = limiter.run({ ...by('packer'), signal: ended.signal }, async () => {
      sent = true;
    });
    ended.abort();
    expect(await waiting).toEqual({ passed: false, waitMs: null });
    release();
    await Promise.all(busy);
    expect(sent).toBe(false);
  });
});
