import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLog } from './harness/bench-log.ts';
import { eventually } from './harness/eventually.ts';
import { armKill, type KillMoment, randomMoment } from './harness/killing.ts';
import { StationEnded } from './harness/line-watch.ts';
import { type Order, toOrder } from './harness/orders.ts';
import { createPacker, type Packer } from './harness/packer.ts';
import { seededRandom } from './harness/seeded-random.ts';
import type { PostingState } from './harness/shop-admin.ts';
import { type BenchUnderTest, startBench } from './harness/start-bench.ts';
import { lineOf, type VerdictLine } from './harness/station-lines.ts';
import type { StationRun } from './harness/station-run.ts';

const postings = 40;
const kills = 50;
/** PACKBENCH_KILL_SEED=<n> plays another run; a run that failed is played again with its own. */
const seed = Number(process.env.PACKBENCH_KILL_SEED ?? 20261123);

describe(`a bench that is killed ${kills} times while it packs ${postings} postings (seed ${seed})`, () => {
  let bench: BenchUnderTest;
  let packer: Packer;
  let orders: readonly Order[];
  let killed = 0;

  beforeAll(async () => {
    bench = await startBench({ shop: { seed: 7 } });
    packer = createPacker(bench);
    orders = await chooseOrders(bench);
    killed = await packAll(bench, packer, orders);
  }, 1_800_000);

  afterAll(() => bench.close());

  it('was killed as often as promised and has closed every posting', async () => {
    expect(killed).toBe(kills);
    expect(orders).toHaveLength(postings);
    readLog(bench.home, (log) => {
      for (const { posting } of orders) expect(log.typesOf(posting)).toContain('closed');
    });
  });

  it('shipped every posting exactly once, with the goods that were scanned', async () => {
    for (const { posting, units } of orders) {
      const state = await bench.shop.posting(posting);
      expect(state, posting).toMatchObject({ status: 'awaiting_deliver', shipChanges: 1 });
      expect(packer.boxOf(posting).packed).toHaveLength(units.length);
      const unitsAtShop = (await familyOf(bench, state)).flatMap(({ lines }) => lines);
      expect(
        unitsAtShop.reduce((sum, { quantity }) => sum + quantity, 0),
        posting,
      ).toBe(units.length);
    }
  });

  it('labelled no package twice without the word of the packer', async () => {
    const read = await Promise.all(bench.tray.labels().map((label) => label.codes()));
    expect(read.every((codes) => codes.length > 0)).toBe(true);
    let mine = 0;
    for (const { posting } of orders) {
      const parcels = await familyOf(bench, await bench.shop.posting(posting));
      const codes = new Set(parcels.flatMap(codesOf));
      const printed = read.filter((found) => found.some((code) => codes.has(code))).length;
      mine += printed;
      const asked = packer.boxOf(posting).reprintsAsked;
      expect(printed, `${posting}: ${asked} reprints asked`).toBeGreaterThanOrEqual(parcels.length);
      expect(printed, `${posting}: ${asked} reprints asked`).toBeLessThanOrEqual(parcels.length + asked);
    }
    expect(mine, 'every label belongs to a posting that was packed').toBe(read.length);
  });

  it('lost no verdict that it had shown', () => {
    const shown = bench
      .lives()
      .flatMap((life) => life.lines.map((line) => lineOf(line, 'verdict')))
      .filter((verdict) => verdict !== null);
    const texts = new Map(packer.answered().map(({ text, verdict }) => [verdict, text]));
    expect(shown.length).toBe(texts.size);
    const unseen = readLog(bench.home, (log) => unseenScans(log.scans(), shown, texts));
    // Committed but not shown: at most the one scan that was in the station's hands when it was killed.
    expect(unseen).toBeLessThanOrEqual(bench.lives().length);
  });

  it('keeps an unbroken chain of events', () => {
    expect(readLog(bench.home, (log) => log.verifiedEvents())).toBeGreaterThan(postings * 8);
  });
});

/** All that is more than a single item first, then single items: forty in all. */
async function chooseOrders(bench: BenchUnderTest): Promise<readonly Order[]> {
  const toPack = (await bench.shop.postings()).filter(({ status }) => status === 'awaiting_packaging');
  const units = ({ lines }: PostingState) => lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const several = toPack.filter(
    (posting) => units(posting) > 1 || posting.lines.some(({ marked }) => marked),
  );
  const single = toPack.filter((posting) => !several.includes(posting));
  const chosen = [...several, ...single].slice(0, postings);
  return Promise.all(chosen.map((posting) => toOrder(bench.shop, posting)));
}

/** Packs every order, starting the station again whenever it was killed. Answers how often that was. */
async function packAll(bench: BenchUnderTest, packer: Packer, orders: readonly Order[]): Promise<number> {
  const random = seededRandom(seed);
  const armed = new Set<StationRun>();
  const killed = new Set<StationRun>();
  const armFor = (run: StationRun, moment: KillMoment) => {
    armed.add(run);
    armKill(run, moment, () => killed.add(run));
  };
  const arm = (ordersDone: number) => {
    const run = bench.station();
    // Spread over the whole run: so many kills belong to the postings up to this one.
    const isEnough = killed.size >= Math.ceil(((ordersDone + 1) * kills) / orders.length);
    if (!armed.has(run) && !isEnough) armFor(run, randomMoment(random));
  };
  const comeBack = async () => {
    do {
      const run = bench.spawn();
      // Now and then it is killed while it is still starting.
      if (killed.size < kills && random.fraction() < 0.15)
        armFor(run, { afterLines: 0, thenMs: random.int(50, 900) });
    } while (!(await isReady(bench.station())));
  };
  for (const [index, order] of orders.entries()) {
    for (let isPacked = false; !isPacked; ) {
      arm(index);
      try {
        await packer.pack(order);
        isPacked = true;
      } catch (cause) {
        if (!(cause instanceof StationEnded) || cause.exit.signal !== 'SIGKILL') throw cause;
        await comeBack();
      }
    }
  }
  // What is left strikes a bench with nothing on it.
  while (killed.size < kills) {
    const run = bench.station();
    armFor(run, { afterLines: 0, thenMs: random.int(0, 300) });
    await run.exited;
    await comeBack();
  }
  if (killed.has(bench.station())) {
    await bench.station().exited;
    await comeBack();
  }
  await untilNothingIsOwed(bench, orders);
  return killed.size;
}

async function isReady(run: StationRun): Promise<boolean> {
  try {
    await run.until('ready');
    return true;
  } catch (cause) {
    if (cause instanceof StationEnded && cause.exit.signal === 'SIGKILL') return false;
    throw cause;
  }
}

async function untilNothingIsOwed(bench: BenchUnderTest, orders: readonly Order[]): Promise<void> {
  await eventually('every posting to be shipped', async () => {
    const states = await bench.shop.postings();
    const isShipped = (number: string) =>
      states.some((state) => state.number === number && state.status === 'awaiting_deliver');
    return orders.every(({ posting }) => isShipped(posting)) ? true : null;
  });
}

/** A posting with the postings that its further packages became. */
async function familyOf(bench: BenchUnderTest, state: PostingState): Promise<readonly PostingState[]> {
  const all = await bench.shop.postings();
  return all.filter(({ number, parent }) => number === state.number || parent === state.number);
}

function codesOf({ number, upperBarcode, lowerBarcode, scanit }: PostingState): readonly string[] {
  return [number, upperBarcode, lowerBarcode, scanit].filter((code) => code !== '' && code !== '0');
}

/** Finds every shown verdict in the log, in order; answers how many logged scans nobody saw answered. */
function unseenScans(
  logged: readonly { readonly code: string; readonly kind: string; readonly verdict: string }[],
  shown: readonly VerdictLine[],
  texts: ReadonlyMap<VerdictLine, string>,
): number {
  let next = 0;
  for (const verdict of shown) {
    const found = logged.findIndex(
      (scan, index) =>
        index >= next &&
        scan.code === texts.get(verdict) &&
        scan.kind === verdict.kind &&
        scan.verdict === verdict.code,
    );
    expect(found, `the log holds ${JSON.stringify(verdict)}`).toBeGreaterThanOrEqual(next);
    next = found + 1;
  }
  return logged.length - shown.length;
}
