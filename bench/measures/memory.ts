import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Posting } from '#domain/posting/posting.ts';
import { upsertPostings } from '#station/database/postings.ts';
import { transaction } from '#station/database/transaction.ts';
import { inRunDir, startBenchDevices, writeBenchFile } from '../bench-setup.ts';
import type { Figure, Measure } from '../figure.ts';
import { fillDatabase } from '../fill-database.ts';
import { postingNo } from '../made-up-goods.ts';
import { createPackingHand, packPosting } from '../packing-hand.ts';
import { rounded, spreadOf } from '../percentiles.ts';
import { residentMb } from '../resident-memory.ts';
import { say } from '../say.ts';
import { scannersReady } from '../scanners-ready.ts';
import { labelSeeder } from '../seed-labels.ts';
import { openBench } from '../seeded-bench.ts';
import { startBuiltStation } from '../station-under-load.ts';

const postingsPacked = 10_000;
const sampleEvery = 2_000;
/** Nothing is scanned for this long before memory is read, so that what is in flight has landed, ms. */
const restMs = 1_500;
/** Growth under this much from 2,000 to 10,000 postings is the collector's mood, MB. */
const growthMax = 10;
const isDrawnHere = (n: number) => n % 10 === 9;

/**
 * One station packs ten thousand postings, by scans over TCP and with every label through the printer. Nine in ten have
 * been registered with the shop and their label fetched ahead of time, as in a shift that goes offline; for the tenth an
 * interim label is drawn and read back in the workshop. The home lies in memory where the system offers that: the disk's
 * speed means nothing here.
 */
export const memory: Measure = {
  name: 'memory',
  what: 'memory of the station after 10,000 packed postings',
  run: () =>
    inRunDir(
      async (runDir) => {
        const home = join(runDir, 'home');
        await seed(home);
        const devices = await startBenchDevices();
        const file = writeBenchFile(join(runDir, 'bench.json'), devices);
        const { station } = await startBuiltStation(home, file);
        await scannersReady(station, devices);
        const hand = createPackingHand(station, devices.scanners);
        const startedMs = performance.now();
        const residentAt: Record<number, number> = {};
        const tookMsAt: Record<number, number> = {};
        const sample = async (packed: number) => {
          await pause(restMs);
          residentAt[packed] = rounded(residentMb(station.pid));
          say(`  ${packed} packed, ${residentAt[packed]} MB`);
        };
        await sample(0);
        for (let n = 0; n < postingsPacked; n += 1) {
          const style = { open: 'by-posting', mistakes: n % 20 === 0 } as const;
          await packPosting(station, hand, madeUp(n), style, () => madeUp(n));
          if ((n + 1) % sampleEvery !== 0) continue;
          tookMsAt[n + 1] = spreadOf(hand.times.map(({ tookMs }) => tookMs)).p99;
          hand.forget();
          await sample(n + 1);
        }
        const minutes = rounded((performance.now() - startedMs) / 60_000);
        await station.end('SIGTERM');
        await devices.close();
        return figuresOf(residentAt, {
          residentMbAfterPostings: residentAt,
          scanP99MsUpTo: tookMsAt,
          minutes,
        });
      },
      existsSync('/dev/shm') ? '/dev/shm' : undefined,
    ),
};

function madeUp(n: number): Posting {
  return postingNo(
    n,
    isDrawnHere(n) ? 'to-pack' : 'packed',
    Math.ceil(Date.now() / 86_400_000 + 1) * 86_400_000,
  );
}

async function seed(home: string): Promise<void> {
  const db = openBench(home);
  fillDatabase(db, { postings: 0, queued: 0, packedHere: 0 }, { lastDayAt: Date.now(), firstCutoffAt: 0 });
  const giveLabel = await labelSeeder(db);
  transaction(db, () => {
    for (let n = 0; n < postingsPacked; n += 1) {
      const posting = madeUp(n);
      upsertPostings(db, [posting], Date.now());
      if (!isDrawnHere(n)) giveLabel(posting);
    }
  });
  db.close();
}

function figuresOf(
  residentAt: Readonly<Record<number, number>>,
  beside: Figure['beside'],
): readonly Figure[] {
  const last = residentAt[postingsPacked] ?? Number.NaN;
  const first = residentAt[sampleEvery] ?? Number.NaN;
  return [
    {
      what: 'memory of the station after 10,000 packed postings',
      value: last,
      unit: 'MB',
      goal: 200,
      beside,
    },
    {
      what: 'growth of it from 2,000 to 10,000 packed postings',
      value: rounded(last - first),
      unit: 'MB',
      goal: growthMax,
      beside: {},
    },
  ];
}
