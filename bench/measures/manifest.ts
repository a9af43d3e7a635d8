import { join } from 'node:path';
import { z } from 'zod';
import { inRunDir, startBenchDevices, writeBenchFile } from '../bench-setup.ts';
import type { Figure, Measure } from '../figure.ts';
import { largePlan, packedADay } from '../fill-database.ts';
import { barcodeFor, postingNo, strangerTo } from '../made-up-goods.ts';
import { createPackingHand, type PackingHand, type ScanTime } from '../packing-hand.ts';
import { rounded, spreadOf } from '../percentiles.ts';
import { scannersReady } from '../scanners-ready.ts';
import { seededBench } from '../seeded-bench.ts';
import { type StationProcess, startBuiltStation } from '../station-under-load.ts';

const scansBefore = 400;
const exportsMade = 7;

const Exported = z.object({ ok: z.literal(true), value: z.object({ packages: z.int() }) });

/** The shift screen's own export of a day of ten thousand packages, while somebody packs as fast as the bench answers. */
export const manifest: Measure = {
  name: 'manifest',
  what: 'manifest of 10,000 packages as XLSX, and scans meanwhile',
  run: () =>
    inRunDir(async (runDir) => {
      const { home, manifestDay, firstCutoffAt } = seededBench(largePlan, runDir);
      const devices = await startBenchDevices();
      const file = writeBenchFile(join(runDir, 'bench.json'), devices);
      const { station } = await startBuiltStation(home, file);
      await scannersReady(station, devices);
      const hand = createPackingHand(station, devices.scanners);
      const posting = postingNo(0, 'to-pack', firstCutoffAt);
      await hand.scan(posting.number, 'posting-opened');
      const round = () => scanAround(hand, barcodeFor(posting.lines[0]?.sku ?? ''), strangerTo(posting));

      while (hand.times.length < scansBefore) await round();
      const before = [...hand.times];
      hand.forget();
      const exportMs: number[] = [];
      for (let n = 0; n < exportsMade; n += 1) {
        let isDone = false;
        const exporting = exportOnce(station, manifestDay).then((tookMs) => {
          isDone = true;
          exportMs.push(tookMs);
        });
        while (!isDone) await round();
        await exporting;
      }
      const during = [...hand.times];
      await station.end('SIGTERM');
      await devices.close();
      return figuresOf(exportMs, before, during);
    }),
};

/** A wrong item, the answer to it, a unit, and the unit out again: every scan writes, and the posting stays open. */
async function scanAround(hand: PackingHand, unit: string, stranger: string): Promise<void> {
  await hand.scan(stranger, 'wrong-item');
  await hand.scan('PB-OK', 'rejection-answered');
  await hand.scan(unit, 'unit-packed', 'package-complete');
  await hand.scan('PB-UNDO', 'unit-undone');
}

async function exportOnce(station: StationProcess, day: string): Promise<number> {
  const startedMs = performance.now();
  const answer = Exported.parse(await station.call('manifest.export', { day, format: 'xlsx' }));
  if (answer.value.packages !== packedADay)
    throw new Error(`${answer.value.packages} packages were exported`);
  return performance.now() - startedMs;
}

function figuresOf(
  exportMs: readonly number[],
  before: readonly ScanTime[],
  during: readonly ScanTime[],
): readonly Figure[] {
  const took = (times: readonly ScanTime[]) => spreadOf(times.map(({ tookMs }) => tookMs));
  const outside = (times: readonly ScanTime[]) => spreadOf(times.map(({ outsideMs }) => outsideMs));
  const spread = spreadOf(exportMs);
  return [
    {
      what: 'manifest of 10,000 packages as XLSX, median, beside scans without a pause',
      value: rounded(spread.p50 / 1000),
      unit: 's',
      goal: 2,
      beside: { exportMs: spread },
    },
    {
      what: 'scan to committed verdict, p99, while the manifest is made',
      value: took(during).p99,
      unit: 'ms',
      goal: 10,
      beside: {
        tookBefore: took(before),
        tookDuring: took(during),
        outsideBefore: outside(before),
        outsideDuring: outside(during),
      },
    },
  ];
}
