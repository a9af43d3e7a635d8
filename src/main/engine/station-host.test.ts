import { describe, expect, it } from 'vitest';
import type { StationStatus } from '#contract/bridge.ts';
import type { StationToHost } from '#contract/host-frames.ts';
import type { ProcessEars } from './own-process.ts';
import { StationHost } from './station-host.ts';

describe('the host of the station', () => {
  it('greets a new station first and is up when the station says so', async () => {
    const bench = newBench();
    bench.host.start();
    await bench.greeted();
    expect(bench.statuses).toEqual([]);
    bench.last().say({ host: 'ready' });
    expect(bench.host.status).toEqual({ state: 'up', restarts: 0 });
    expect(bench.last().heard).toEqual([start]);
  });

  it('relays frames both ways unread, and keeps its own to itself', async () => {
    const bench = newBench();
    bench.host.start();
    await bench.greeted();
    bench.host.fromWindow({ id: 1, procedure: 'scan', input: { code: 'x' } });
    bench.host.fromWindow({ host: 'stop' });
    bench.last().say({ event: 'verdict', data: { kind: 'accepted' } });
    bench.last().say({ host: 'keep-secret', name: 'ozon-api-key', value: 'k' });
    bench.last().say({ host: 'nonsense' });
    expect(bench.last().heard).toEqual([start, { id: 1, procedure: 'scan', input: { code: 'x' } }]);
    expect(bench.relayed).toEqual([{ event: 'verdict', data: { kind: 'accepted' } }]);
    expect(bench.asked).toEqual([{ host: 'keep-secret', name: 'ozon-api-key', value: 'k' }]);
  });

  it('starts a station that died again, three times within a minute, then gives up until a person asks', () => {
    const bench = newBench();
    bench.host.start();
    for (let death = 0; death < 4; death += 1) bench.last().die();
    expect(bench.statuses.map(({ state }) => state)).toEqual(['down', 'down', 'down', 'gave-up']);
    expect(bench.stations).toHaveLength(4);
    bench.host.restart();
    bench.last().say({ host: 'ready' });
    expect(bench.host.status).toEqual({ state: 'up', restarts: 4 });
    bench.host.restart();
    expect(bench.stations).toHaveLength(5);
  });

  it('starts no station again that said why it cannot run, and tells the windows what it said', async () => {
    const bench = newBench();
    const problem = { code: 'damaged', detail: '/b/bench.sqlite' } as const;
    bench.host.start();
    await bench.greeted();
    bench.last().say({ host: 'failed', problem });
    expect(bench.last().heard.at(-1)).toEqual({ host: 'stop' });
    bench.last().die();
    expect(bench.statuses).toEqual([{ state: 'gave-up', restarts: 0, problem }]);
    expect(bench.stations).toHaveLength(1);
    bench.host.restart();
    bench.last().say({ host: 'ready' });
    expect(bench.host.status).toEqual({ state: 'up', restarts: 1 });
  });

  it('tries again where another process has the bench, and says so when that does not pass', () => {
    const bench = newBench();
    const problem = { code: 'in-use', detail: '/b/bench.sqlite' } as const;
    bench.host.start();
    for (let death = 0; death < 4; death += 1) {
      bench.last().say({ host: 'failed', problem });
      bench.last().die();
    }
    expect(bench.statuses.map(({ state }) => state)).toEqual(['down', 'down', 'down', 'gave-up']);
    expect(bench.host.status).toEqual({ state: 'gave-up', restarts: 3, problem });
  });

  it('lets no frame overtake the greeting', async () => {
    const bench = newBench();
    bench.host.start();
    bench.host.fromWindow({ id: 1 });
    await bench.greeted();
    bench.host.fromWindow({ id: 2 });
    expect(bench.last().heard).toEqual([start, { id: 1 }, { id: 2 }]);
  });

  it('drops frames while no station runs, and does not mind', () => {
    const bench = newBench();
    bench.host.fromWindow({ id: 1 });
    bench.host.start();
    for (let death = 0; death < 4; death += 1) bench.last().die();
    expect(() => bench.host.fromWindow({ id: 2 })).not.toThrow();
  });

  it('asks the station to stop, waits for it, and does not start it again', async () => {
    const bench = newBench();
    bench.host.start();
    await bench.greeted();
    const stopped = bench.host.stop();
    expect(bench.last().heard.at(-1)).toEqual({ host: 'stop' });
    bench.last().die();
    await stopped;
    expect(bench.stations).toHaveLength(1);
  });

  it('ends the station in order before it starts another in its place', async () => {
    const bench = newBench();
    bench.host.start();
    await bench.greeted();
    bench.last().say({ host: 'ready' });
    const exchanged = bench.host.exchange();
    expect(bench.last().heard.at(-1)).toEqual({ host: 'stop' });
    expect(bench.stations).toHaveLength(1);
    bench.last().die();
    await exchanged;
    bench.last().say({ host: 'ready' });
    expect(bench.stations).toHaveLength(2);
    expect(bench.statuses).toEqual([
      { state: 'up', restarts: 0 },
      { state: 'starting', restarts: 1 },
      { state: 'up', restarts: 1 },
    ]);
  });

  it('stops at once when there is no station', async () => {
    await newBench().host.stop();
  });
});

const start = { host: 'start', secrets: {}, inMemoryOnly: [], unreadableSecrets: [] } as const;

/** A station of a test: what it heard, and its two ways to be heard. */
interface TestStation {
  readonly heard: unknown[];
  say(frame: unknown): void;
  die(): void;
}

function newBench() {
  const stations: TestStation[] = [];
  const statuses: StationStatus[] = [];
  const relayed: unknown[] = [];
  const asked: StationToHost[] = [];
  const host = new StationHost({
    start(ears: ProcessEars) {
      const heard: unknown[] = [];
      stations.push({ heard, say: (frame) => ears.frame(frame), die: () => ears.exit(1) });
      return { post: (frame) => heard.push(frame), kill: () => ears.exit(null) };
    },
    firstFrame: () => ({ ...start, inMemoryOnly: [], unreadableSecrets: [] }),
    nowMs: () => 0,
    relay: (frame) => relayed.push(frame),
    status: (status) => statuses.push(status),
    asked: (frame) => asked.push(frame),
    output: () => undefined,
    note: () => undefined,
  });
  const last = () => {
    const station = stations.at(-1);
    if (!station) throw new Error('no station was started');
    return station;
  };
  return { host, stations, statuses, relayed, asked, last, greeted: () => Promise.resolve() };
}
