import { describe, expect, it } from 'vitest';
import type { ProcessEars } from '../engine/own-process.ts';
import { DemoShop } from './demo-shop.ts';

const ready = { demoShop: 'ready', url: 'http://127.0.0.1:4711', clientId: '1', apiKey: 'k' };

function newShop() {
  const started: { args: readonly string[]; ears: ProcessEars; heard: unknown[] }[] = [];
  const shop = new DemoShop({
    start(args, ears) {
      const heard: unknown[] = [];
      started.push({ args, ears, heard });
      return { post: (frame) => heard.push(frame), kill: () => ears.exit(null) };
    },
    stateFile: '/home/demo/shop.json',
    nowMs: () => 0,
    output: () => undefined,
    note: () => undefined,
  });
  const last = () => {
    const process = started.at(-1);
    if (process === undefined) throw new Error('no process was started');
    return process;
  };
  return { shop, started, last };
}

describe('the demo shop', () => {
  it('is there when it says where it listens', async () => {
    const { shop, started, last } = newShop();
    const where = shop.start();
    last().ears.frame({ demoShop: 'nonsense' });
    last().ears.frame(ready);
    expect(await where).toEqual(ready);
    expect(await shop.start()).toEqual(ready);
    expect(started.map(({ args }) => args)).toEqual([['--state', '/home/demo/shop.json', '--port', '0']]);
  });

  it('is not there when it ends before it listens', async () => {
    const { shop, last } = newShop();
    const where = shop.start();
    last().ears.exit(1);
    await expect(where).rejects.toThrow('ended with code 1');
  });

  it('comes back at the same address when it dies, unless it dies all the time', async () => {
    const { shop, started, last } = newShop();
    const where = shop.start();
    last().ears.frame(ready);
    await where;
    for (let death = 0; death < 6; death += 1) {
      last().ears.exit(1);
      last().ears.frame(ready);
    }
    expect(started.map(({ args }) => args.at(-1))).toEqual(['0', '4711', '4711', '4711']);
  });

  it('is asked to end, so that it keeps what was packed, and is not started again', async () => {
    const { shop, started, last } = newShop();
    const where = shop.start();
    last().ears.frame(ready);
    await where;
    const stopped = shop.stop();
    expect(last().heard).toEqual([{ host: 'stop' }]);
    last().ears.exit(0);
    await stopped;
    await shop.stop();
    expect(started).toHaveLength(1);
  });
});
