import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type BenchDevices, inRunDir, startBenchDevices, writeBenchFile } from '../bench-setup.ts';
import type { Figure, Measure } from '../figure.ts';
import { largePlan } from '../fill-database.ts';
import { numberOf } from '../made-up-goods.ts';
import { createPackingHand } from '../packing-hand.ts';
import { spreadOf } from '../percentiles.ts';
import { scannersReady } from '../scanners-ready.ts';
import { seededBench } from '../seeded-bench.ts';
import { type StartedStation, startBuiltStation, startStationProcess } from '../station-under-load.ts';

const starts = 7;

type Start = { readonly readyMs: number; readonly firstVerdictMs: number };

/** From the start of the process to `ready`, with a million postings; and to the verdict of the first scan after it. */
export const start: Measure = {
  name: 'start',
  what: 'start to ready-to-scan with the large database',
  run: () =>
    inRunDir(async (runDir) => {
      const { home, databaseBytes } = seededBench(largePlan, runDir);
      const devices = await startBenchDevices();
      const file = writeBenchFile(join(runDir, 'bench.json'), devices);
      const afterKill: Start[] = [];
      const afterQuit: Start[] = [];
      for (let n = 0; n < starts; n += 1) {
        afterQuit.push(await startOnce(home, file, devices, 'SIGKILL'));
        afterKill.push(await startOnce(home, file, devices, 'SIGTERM'));
      }
      const built: Start[] = [];
      for (let n = 0; n < starts; n += 1) {
        built.push(await startOnce(home, file, devices, 'SIGTERM', startBuiltStation));
      }
      const uncached = forgetCached(join(home, 'bench.sqlite'))
        ? await startOnce(home, file, devices, 'SIGTERM')
        : null;
      await devices.close();
      const figure: Figure = {
        what: 'start of the station to ready, median, 1,000,000 postings',
        value: Math.round(spreadOf(afterQuit.map(({ readyMs }) => readyMs)).p50) / 1000,
        unit: 's',
        goal: 2,
        beside: {
          readyMs: spreadOf(afterQuit.map(({ readyMs }) => readyMs)),
          readyBuiltMs: spreadOf(built.map(({ readyMs }) => readyMs)),
          readyAfterKillMs: spreadOf(afterKill.map(({ readyMs }) => readyMs)),
          firstVerdictMs: spreadOf([...afterQuit, ...afterKill].map(({ firstVerdictMs }) => firstVerdictMs)),
          fileNotInCache: uncached ?? 'not measured here',
          databaseMb: Math.round(databaseBytes / 1e6),
        },
      };
      return [figure];
    }),
};

/** Starts the station, scans a posting as soon as a scanner is connected, and ends the station by this signal. */
async function startOnce(
  home: string,
  file: string,
  devices: BenchDevices,
  endBy: NodeJS.Signals,
  start: (home: string, file: string) => Promise<StartedStation> = startStationProcess,
): Promise<Start> {
  const { station, readyAfterMs, startedMs } = await start(home, file);
  await scannersReady(station, devices);
  const verdict = await createPackingHand(station, devices.scanners).scan(numberOf(0));
  await station.end(endBy);
  // The scanners would hear of the end a moment later than we do: a scan could go to nobody.
  for (const scanner of devices.scanners) {
    await scanner.powerOff();
    await scanner.powerOn();
  }
  return { readyMs: readyAfterMs, firstVerdictMs: verdict.seenMs - startedMs };
}

/** Takes a file out of the system's cache, as after a restart of the computer; false where that cannot be asked for. */
function forgetCached(file: string): boolean {
  return spawnSync('dd', [`of=${file}`, 'oflag=nocache', 'conv=notrunc,fdatasync', 'count=0']).status === 0;
}
