import { join } from 'node:path';
import { type BenchDevices, inRunDir, startBenchDevices, writeBenchFile } from '../bench-setup.ts';
import { commitFloor } from '../commit-floor.ts';
import type { Figure, Measure } from '../figure.ts';
import { largePlan, type SeedPlan, smallPlan } from '../fill-database.ts';
import { indexOf, postingNo } from '../made-up-goods.ts';
import { createPackingHand, type PackingHand, packPosting, type ScanTime } from '../packing-hand.ts';
import { rounded, spreadOf } from '../percentiles.ts';
import { say } from '../say.ts';
import { scannersReady } from '../scanners-ready.ts';
import { seededBench } from '../seeded-bench.ts';
import { type StationProcess, startStationProcess } from '../station-under-load.ts';

const scansWanted = 2_000;
const warmUpPostings = 10;

type Bench = {
  readonly plan: SeedPlan;
  readonly firstCutoffAt: number;
  readonly devices: BenchDevices;
  readonly station: StationProcess;
  readonly hand: PackingHand;
};

/**
 * Two stations pack in turns, one with a thousand postings and one with a million, so that whatever else the machine does
 * meanwhile falls on both alike.
 */
export const scan: Measure = {
  name: 'scan',
  what: 'scan to committed verdict in the station',
  run: () =>
    inRunDir(async (runDir) => {
      const small = await startOn(smallPlan, runDir);
      const large = await startOn(largePlan, runDir);
      const floorBefore = commitFloor(runDir);
      await packInTurns([small, large]);
      const floors = { commitFloorBefore: floorBefore, commitFloorAfter: commitFloor(runDir) };
      for (const { station, devices } of [small, large]) {
        await station.end('SIGTERM');
        await devices.close();
      }
      return figuresOf(small.hand.times, large.hand.times, floors);
    }),
};

async function startOn(plan: SeedPlan, runDir: string): Promise<Bench> {
  const { home, firstCutoffAt } = seededBench(plan, runDir);
  const devices = await startBenchDevices();
  const file = writeBenchFile(join(runDir, `bench-${plan.postings}.json`), devices);
  const { station } = await startStationProcess(home, file);
  await scannersReady(station, devices);
  return { plan, firstCutoffAt, devices, station, hand: createPackingHand(station, devices.scanners) };
}

async function packInTurns(benches: readonly Bench[]): Promise<void> {
  const packed = benches.map(() => new Set<number>());
  for (let turn = 0; benches.some(({ hand }) => hand.times.length < scansWanted); turn += 1) {
    for (const [n, bench] of benches.entries()) await packOne(bench, turn, packed[n] ?? new Set());
    if (turn === warmUpPostings - 1) for (const { hand } of benches) hand.forget();
    if (turn % 25 === 24) say(`  ${benches[0]?.hand.times.length ?? 0} of ${scansWanted} scans`);
  }
}

/** Every fifth posting is opened by a product, so by the most urgent posting that needs it, the others by their number. */
async function packOne({ plan, firstCutoffAt, station, hand }: Bench, turn: number, packed: Set<number>) {
  const postingOf = (number: string) => postingNo(indexOf(number), 'to-pack', firstCutoffAt);
  // Steps of a prime through the queue: no two neighbours, as from a real shelf.
  let n = (turn * 7_919) % plan.queued;
  while (packed.has(n)) n = (n + 1) % plan.queued;
  const style = { open: turn % 5 === 4 ? 'by-product' : 'by-posting', mistakes: turn % 2 === 0 } as const;
  const done = await packPosting(station, hand, postingNo(n, 'to-pack', firstCutoffAt), style, postingOf);
  packed.add(indexOf(done.number));
}

function figuresOf(
  small: readonly ScanTime[],
  large: readonly ScanTime[],
  floors: Figure['beside'],
): readonly Figure[] {
  const figures = [
    { size: '1,000', times: small },
    { size: '1,000,000', times: large },
  ].map(({ size, times }): Figure & { readonly p50: number } => {
    const took = spreadOf(times.map(({ tookMs }) => tookMs));
    const outside = spreadOf(times.map(({ outsideMs }) => outsideMs));
    return {
      what: `scan to committed verdict, p99, ${size} postings`,
      value: took.p99,
      p50: took.p50,
      unit: 'ms',
      goal: 10,
      beside: { took, outside, slowest: slowest(times), medianByVerdict: medianByVerdict(times), ...floors },
    };
  });
  const [few, many] = figures;
  if (few === undefined || many === undefined) throw new Error('nothing was measured');
  const ratio: Figure = {
    what: 'scan to committed verdict, p99, 1,000,000 postings against 1,000',
    value: rounded(many.value / few.value),
    unit: 'x',
    goal: 1.5,
    beside: { p50: rounded(many.p50 / few.p50) },
  };
  return [...figures.map(({ p50: _, ...figure }) => figure), ratio];
}

/** Which scans were the slowest, and when: one at the beginning is another matter than one now and then. */
function slowest(times: readonly ScanTime[]): readonly string[] {
  return [...times.entries()]
    .sort(([, a], [, b]) => b.tookMs - a.tookMs)
    .slice(0, 5)
    .map(([n, { code, tookMs }]) => `scan ${n + 1}, ${code}: ${rounded(tookMs)} ms`);
}

/** The median by what was answered, ms: which kinds of scan are slow. */
function medianByVerdict(times: readonly ScanTime[]): Readonly<Record<string, number>> {
  const codes = [...new Set(times.map(({ code }) => code))].sort();
  return Object.fromEntries(
    codes.map((code) => [
      code,
      spreadOf(times.filter((time) => time.code === code).map(({ tookMs }) => tookMs)).p50,
    ]),
  );
}
