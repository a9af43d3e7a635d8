import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '#sandbox/sandbox.ts';
import { type StationRun, startStationRun } from './harness/station-run.ts';

let folder: string;
let sandbox: Sandbox;
let station: StationRun | null = null;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'packbench-shop-line-'));
  sandbox = await startSandbox({ port: 0 });
});
afterEach(async () => {
  await station?.kill('SIGKILL');
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

function start(shop?: Readonly<Record<string, unknown>>): StationRun {
  const file = join(folder, 'bench.json');
  writeFileSync(file, JSON.stringify({ bench: 'B1', ...(shop === undefined ? {} : { shop }) }));
  station = startStationRun(join(folder, 'home'), file);
  return station;
}

const shopOf = ({ url, clientId, apiKey }: Sandbox) => ({
  ...{ kind: 'ozon', url, clientId, apiKey, pollSeconds: 0.2 },
});

it('says when the queue has been read, and what is in it, once', async () => {
  const run = start(shopOf(sandbox));
  const read = await run.until('shop', ({ lastReadAt }) => lastReadAt !== null);
  expect(read).toMatchObject({ state: 'online', detail: null, queued: expect.any(Number) });
  expect(read.queued).toBeGreaterThan(0);
  await run.kill('SIGTERM');
  const lines = run.lines.filter(({ promised }) => promised?.event === 'shop');
  expect(lines.filter(({ text }) => !text.includes('"lastReadAt":null'))).toHaveLength(1);
});

it('says that the key is not taken', async () => {
  const run = start({ ...shopOf(sandbox), apiKey: 'wrong' });
  const line = await run.until('shop', ({ state }) => state === 'unauthorized');
  expect(line).toMatchObject({ detail: expect.stringContaining('Api-Key'), lastReadAt: null });
});

it('says that there is no shop at this address', async () => {
  const run = start({ ...shopOf(sandbox), url: 'http://127.0.0.1:9' });
  const line = await run.until('shop', ({ state }) => state === 'offline');
  expect(line.detail).not.toBeNull();
});

it('says that no shop is set up, or no key for it', async () => {
  const { apiKey: _, ...keyless } = shopOf(sandbox);
  expect(await start().until('shop')).toMatchObject({ state: 'none', detail: 'no-shop' });
  await station?.kill('SIGTERM');
  expect(await start(keyless).until('shop')).toMatchObject({ state: 'none', detail: 'no-key' });
});
