import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { BenchDatabase } from '#station/database/bench-database.ts';
import {
  lastChangesReadingAt,
  lastWholeReadingAt,
  noteWholeReading,
} from '#station/database/shop-readings.ts';
import { createOzonAccount } from '#station/shop/ozon/ozon-account.ts';
import { createShopLink } from '#station/shop/shop-link.ts';
import { createShopReader } from '#station/shop/shop-reader.ts';
import { cpuMsSince } from '../cpu-time.ts';
import type { Figure, Measure } from '../figure.ts';
import { rounded } from '../percentiles.ts';
import type { SandboxProcess } from '../sandbox-process.ts';
import { prefetching } from './shop-labels.ts';
import { shopId, withBench } from './shop-setup.ts';

const postings = 50_000;
const changes = 5_000;
/** Nine tenths of the 50 calls a second that the marketplace allows. */
const callsASecond = 45;
/** The way to a shop that is far, there and back. */
const farMs = 50;
const overlapMs = 6 * 3_600_000;
const patienceMs = 600_000;

const Added = z.object({ count: z.int() });
const State = z.object({ postings: z.array(z.object({ number: z.string(), status: z.string() })) });

/** The station's own reader against the stand-in shop: a first day with a very long queue, and the morning after an outage. */
export const shop: Measure = {
  name: 'shop',
  what: 'pulling 50,000 postings, catching up 5,000 changes, and prefetching 1,000 labels',
  run: async () => [...(await readings(0)), ...(await readings(farMs)), await prefetching()],
};

/** The figures of a shop whose every answer takes `latencyMs` longer, as the way to it is. */
async function readings(latencyMs: number): Promise<readonly Figure[]> {
  const how = latencyMs === 0 ? '' : `, each answer ${latencyMs} ms later`;
  return withBench(async ({ db, sandbox }) => {
    Added.parse(await sandbox.admin('POST', '/admin/postings/bulk', { count: postings }));
    if (latencyMs > 0)
      await sandbox.admin('POST', '/admin/faults', { kind: 'latency', ms: latencyMs, count: null });
    const pulled = await readUntil(db, sandbox, () => lastWholeReadingAt(db, shopId) !== null);
    // Readings overlap by hours: as after an outage, what was read before lies further back than that.
    noteWholeReading(db, shopId, Date.now() + overlapMs);
    await cancelMany(sandbox);
    const caughtUp = await readUntil(db, sandbox, () => lastChangesReadingAt(db, shopId) !== null);
    return [
      figure(`pulling 50,000 postings into an empty database${how}`, pulled),
      figure(`catching up 5,000 changes${how}`, caughtUp),
    ];
  });
}

/** `cpuMs`: what this process worked meanwhile; on a busy machine the rest of the time is other programs'. */
type Taken = { readonly tookMs: number; readonly cpuMs: number; readonly calls: number };

/** Lets a reader work until this is so; answers how long it took and how many calls. */
async function readUntil(db: BenchDatabase, sandbox: SandboxProcess, isDone: () => boolean): Promise<Taken> {
  let calls = 0;
  const { url, clientId, apiKey } = sandbox;
  const now = () => Date.now() + 2 * overlapMs;
  const account = createOzonAccount({
    ...{ shop: shopId, url, clientId, apiKey, now },
    fetch: (...args) => {
      calls += 1;
      return fetch(...args);
    },
  });
  const link = createShopLink({ now, onChange: () => undefined });
  const silent = () => undefined;
  const reader = createShopReader({
    ...{ shop: shopId, db, account, link, now, pollMs: 1_000 },
    ...{ onListed: silent, onChanges: silent, onProducts: silent },
  });
  const startedMs = performance.now();
  const cpuBefore = process.cpuUsage();
  reader.start();
  while (!isDone()) {
    if (performance.now() - startedMs > patienceMs) throw new Error('the shop is not read to its end');
    await sleep(5);
  }
  const taken = { tookMs: performance.now() - startedMs, cpuMs: cpuMsSince(cpuBefore), calls };
  await reader.close();
  return taken;
}

async function cancelMany(sandbox: SandboxProcess): Promise<void> {
  const known = State.parse(await sandbox.admin('GET', '/admin/state')).postings;
  const open = known.filter(({ status }) => status === 'awaiting_packaging').slice(0, changes);
  for (let i = 0; i < open.length; i += 50)
    await Promise.all(
      open
        .slice(i, i + 50)
        .map(({ number }) => sandbox.admin('POST', `/admin/postings/${number}/cancel`, {})),
    );
}

function figure(what: string, { tookMs, cpuMs, calls }: Taken): Figure {
  return {
    what: `${what}, against what ${callsASecond} calls a second allow`,
    value: rounded(tookMs / 1000),
    unit: 's',
    goal: rounded(calls / callsASecond),
    beside: { calls, callsASecond: rounded(calls / (tookMs / 1000)), cpuS: rounded(cpuMs / 1000) },
  };
}
