import { describe, expect, it } from 'vitest';
import { createLimiter } from './limiter.ts';

describe('the limits of one Client-Id', () => {
  it('lets what a packer waits for pass before background polling', async () => {
    const limiter = createLimiter({ now: () => 0, perSecond: 1 });
    const order: string[] = [];
    const go = (name: string) => async () => {
      order.push(name);
    };
    const first = limiter.run('screen', go('first'));
    const rest = [
      limiter.run('background', go('polling')),
      limiter.run('screen', go('screen')),
      limiter.run('packer', go('packer')),
    ];
    await Promise.all([first, ...rest]);
    expect(order).toEqual(['first', 'packer', 'screen', 'polling']);
  });

  it('keeps places free while polling hangs', async () => {
    const limiter = createLimiter({ now: () => 0, perSecond: 1000 });
    const { promise: hanging, resolve: release } = Promise.withResolvers<void>();
    const polls = Array.from({ length: 40 }, () => limiter.run('background', () => hanging));
    const answer = await limiter.run('packer', async () => 'label');
    expect(answer).toEqual({ passed: true, value: 'label' });
    release();
    await Promise.all(polls);
  });

  it('begins nothing during a pause and says how long it lasts', async () => {
    const clock = { at: 1000 };
    const limiter = createLimiter({ now: () => clock.at });
    limiter.pause(5000);
    limiter.pause(10);
    clock.at += 1000;
    expect(await limiter.run('packer', async () => 1)).toEqual({ passed: false, waitMs: 4000 });
    clock.at += 4000;
    expect(await limiter.run('packer', async () => 1)).toEqual({ passed: true, value: 1 });
  });

  it('drops what still waits when a pause begins', async () => {
    const clock = { at: 0 };
    const limiter = createLimiter({ now: () => clock.at, perSecond: 1 });
    const first = limiter.run('packer', async () => limiter.pause(60_000));
    const second = limiter.run('packer', async () => 'sent');
    await first;
    expect(await second).toEqual({ passed: false, waitMs: 60_000 });
  });

  it('lets a caller go that gave up waiting', async () => {
    const limiter = createLimiter({ now: () => 0, perSecond: 1000 });
    const { promise: hanging, resolve: release } = Promise.withResolvers<void>();
    const busy = Array.from({ length: 16 }, () => limiter.run('packer', () => hanging));
    const ended = new AbortController();
    let sent = false;
    const waiting = limiter.run(
      'packer',
      async () => {
        sent = true;
      },
      ended.signal,
    );
    ended.abort();
    expect(await waiting).toEqual({ passed: false, waitMs: null });
    release();
    await Promise.all(busy);
    expect(sent).toBe(false);
  });
});
