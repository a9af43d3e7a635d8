import { describe, expect, it, onTestFinished } from 'vitest';
import type { PostingNumber } from '#domain/ids.ts';
import type { LabelRoute } from '#domain/labels/printer-route.ts';
import { mug, samplePosting, towel } from '#domain/packing/testing/sample-bench.ts';
import { ok } from '#domain/result.ts';
import { addPrintJob, printJobsOf } from '../database/print-jobs.ts';
import { storeBytes } from '../database/stored-bytes.ts';
import { openTasks } from '../database/tasks.ts';
import type { Devices } from '../devices/devices.ts';
import type { PrintOutcome } from '../devices/printers/label-printer.ts';
import type { LabelWorkshop } from '../labels/label-workshop.ts';
import { happen, packInto } from '../packing/testing/packed-postings.ts';
import { openTestBench, type TestBench } from '../packing/testing/test-bench.ts';
import { createLabelDesk } from './label-desk.ts';
import { createLabelPrinting } from './label-printing.ts';
import type { LabelFailure, LabelStore } from './label-store.ts';

const number = samplePosting().number;

/** A desk over a real database and real print jobs; label and printer answer as the test says. */
function openDesk({ at = openTestBench(), verifyLabel = true } = {}) {
  const world = {
    isOnline: true,
    isPrinterReady: true,
    isLabelHere: false,
    label: null as LabelFailure | null,
    print: async (): Promise<PrintOutcome> => ({ kind: 'sent', confirmed: true }),
    printed: [] as string[],
    isWanted: null as (() => boolean) | null,
    asked: 0,
    interim: async (): ReturnType<LabelWorkshop['interim']> => ok(prepared),
  };
  const bytesOf = () => ({
    ...storeBytes(at.db.home, 'labels/test', 'zpl', Buffer.from('^XA^XZ')),
    codes: [],
    readsWhenWorn: true,
  });
  const route: LabelRoute = {
    device: 'label-printer',
    target: { language: 'zpl', dpi: 203, widthMm: 75, heightMm: 120 },
  };
  const store: LabelStore = {
    routeOf: () => route,
    prepared: () => null,
    has: () => world.isLabelHere,
    isDue: () => true,
    askAgain: () => undefined,
    async fetch() {
      world.asked += 1;
      return world.label === null ? ok(bytesOf()) : { ok: false, error: world.label };
    },
  };
  const devices: Devices = {
    async print(job) {
      world.printed.push(job.id);
      world.isWanted = job.isStillWanted ?? null;
      return world.print();
    },
    orderScale: () => 'away',
    printerEmptied: () => undefined,
    simulated: null,
    health: () => [],
    close: async () => undefined,
  };
  const { db, bench, publisher, now } = at;
  const printing = createLabelPrinting({
    ...{ db, bench, publisher, now },
    devices: () => devices,
    verifyLabel: () => verifyLabel,
  });
  const workshop: LabelWorkshop = {
    ready: Promise.resolve(),
    prepare: async () => ok(prepared),
    interim: () => world.interim(),
    own: () => world.interim(),
    close: async () => undefined,
  };
  const desk = createLabelDesk({
    ...{ db, bench, store, printing, workshop, now },
    anyRoute: () => route,
    language: () => 'en',
    benchName: () => 'B1',
    labelWaitMs: () => 90_000,
    isOnline: () => world.isOnline,
    isPrinterReady: () => world.isPrinterReady,
  });
  return { at, desk, world };
}

const prepared = {
  bitmap: { width: 8, height: 1, data: new Uint8Array(1) },
  bytes: Buffer.from('^XA^XZ'),
  readsWhenWorn: true,
  png: null,
  codes: [],
} as unknown as Extract<Awaited<ReturnType<LabelWorkshop['interim']>>, { ok: true }>['value'];

function packed(at: TestBench) {
  at.know(samplePosting());
  packInto(at, number, [[mug, mug, towel]]);
}

function shipped(at: TestBench, shopPosting: PostingNumber = number) {
  happen(at, { type: 'shipped', packages: [{ n: 1, shopPosting, labelBarcodes: ['%101%1'] }] });
}

/** A job that stands in the log and in its table and was never begun, as a power cut leaves it. */
function queue(at: TestBench) {
  const bytes = storeBytes(at.db.home, 'labels/test', 'zpl', Buffer.from('^XA^XZ'));
  const job = 'job-of-yesterday';
  const onBench = at.bench.onBench;
  if (onBench === null) throw new Error('nothing is on the bench');
  const queued = { type: 'label-queued', package: 1, job, copy: 1, interim: false } as const;
  at.bench.happen(onBench.id, [queued], 'station', () =>
    addPrintJob(at.db, {
      ...{ id: job, posting: number, packageN: 1, kind: 'label', copy: 1, createdAt: at.now() },
      printer: 'label-printer',
      bytesFile: bytes.file,
      bytesSha256: bytes.sha256,
    }),
  );
}

const labelOf = (at: TestBench) => at.bench.onBench?.session.packages[0]?.label.state;
const becomes = (at: TestBench, state: string) => expect.poll(() => labelOf(at)).toBe(state);

describe('the label of a packed posting', () => {
  it('is printed once, however often the desk looks', async () => {
    const { at, desk, world } = openDesk();
    packed(at);
    shipped(at);
    for (let i = 0; i < 5; i += 1) desk.attend();
    await becomes(at, 'sent');
    desk.attend();
    expect(world.printed).toHaveLength(1);
    expect(printJobsOf(at.db, number).map((job) => job.state)).toEqual(['sent']);
  });

  it('is not printed when the posting is cancelled while it is being fetched', async () => {
    const { at, desk, world } = openDesk();
    packed(at);
    shipped(at);
    desk.attend();
    happen(at, { type: 'cancelled-by-shop' });
    await expect.poll(() => world.asked).toBe(1);
    desk.attend();
    expect([world.printed, labelOf(at)]).toEqual([[], 'none']);
  });

  it('is not wanted any more when the posting is cancelled or held while the printer is asked', async () => {
    for (const event of [
      { type: 'cancelled-by-shop' },
      { type: 'held', reason: 'other', note: null },
    ] as const) {
      const { at, desk, world } = openDesk();
      packed(at);
      shipped(at);
      const { promise, resolve } = Promise.withResolvers<PrintOutcome>();
      world.print = () => promise;
      desk.attend();
      await becomes(at, 'queued');
      expect(world.isWanted?.()).toBe(true);
      happen(at, event);
      expect(world.isWanted?.()).toBe(false);
      resolve({ kind: 'refused', reason: 'withdrawn', technical: null });
      await becomes(at, 'not-sent');
      desk.attend();
      expect(world.printed).toHaveLength(1);
    }
  });

  it('that the packer scans before the printer answers is verified, and stays so', async () => {
    const { at, desk, world } = openDesk();
    packed(at);
    shipped(at);
    const { promise, resolve } = Promise.withResolvers<PrintOutcome>();
    world.print = () => promise;
    desk.attend();
    await becomes(at, 'queued');
    at.know(samplePosting({ labelBarcodes: ['%101%1'] }));
    expect(at.scan('%101%1')).toBe('posting-closed');
    resolve({ kind: 'doubtful', reason: 'interrupted', technical: null });
    await promise;
    await expect.poll(() => printJobsOf(at.db, number).map((job) => job.state)).toEqual(['verified']);
    expect(labelOf(at)).toBe('verified');
  });

  it('does not close a posting that is cancelled while the label is on its way, where labels are not scanned back', async () => {
    const { at, desk, world } = openDesk({ verifyLabel: false });
    packed(at);
    shipped(at);
    const { promise, resolve } = Promise.withResolvers<PrintOutcome>();
    world.print = () => promise;
    desk.attend();
    await becomes(at, 'queued');
    happen(at, { type: 'cancelled-by-shop' });
    resolve({ kind: 'sent', confirmed: true });
    await becomes(at, 'sent');
    expect(at.bench.onBench?.session.status.kind).toBe('cancelled');
  });

  it('closes its package when it is sent, where labels are not scanned back', async () => {
    const { at, desk } = openDesk({ verifyLabel: false });
    packed(at);
    shipped(at);
    desk.attend();
    await expect.poll(() => at.bench.onBench?.session.status.kind).toBe('closed');
  });

  it('asks a person after a power cut in the middle of a print', async () => {
    const { at, desk, world } = openDesk();
    packed(at);
    shipped(at);
    world.print = () => new Promise(() => undefined);
    desk.attend();
    await becomes(at, 'queued');
    await expect.poll(() => world.printed).toHaveLength(1);
    const again = openDesk({ at: openTestBench({ db: at.db }) });
    again.desk.attend();
    await becomes(again.at, 'doubtful');
    expect(again.world.printed).toEqual([]);
    expect(again.at.scan('PB-REPRINT')).toBe('label-reprinting');
    again.desk.attend();
    await becomes(again.at, 'sent');
    expect(
      printJobsOf(at.db, number)
        .map((job) => job.copy)
        .sort(),
    ).toEqual([1, 2]);
  });

  it('is printed by itself when the printer comes back soon, and waits for a word when it comes back late', async () => {
    const { at, desk, world } = openDesk();
    packed(at);
    shipped(at);
    world.isPrinterReady = false;
    world.print = async () => ({ kind: 'refused', reason: 'no-printer', technical: null });
    desk.attend();
    await becomes(at, 'not-sent');
    at.clock.at += 120_000;
    world.isPrinterReady = true;
    world.print = async () => ({ kind: 'sent', confirmed: true });
    desk.attend();
    expect(labelOf(at)).toBe('not-sent');
    expect(at.scan('PB-OK')).toBe('label-reprinting');
    desk.attend();
    await becomes(at, 'sent');
  });
});

describe('a label that was wanted before a restart', () => {
  it('waits for a word when it was refused long ago, though the printer is there now', async () => {
    const { at, desk, world } = openDesk();
    packed(at);
    shipped(at);
    world.print = async () => ({ kind: 'refused', reason: 'no-printer', technical: null });
    desk.attend();
    await becomes(at, 'not-sent');
    const again = openDesk({ at: openTestBench({ db: at.db }) });
    again.at.clock.at = at.clock.at + 120_000;
    again.desk.attend();
    expect([labelOf(again.at), again.world.printed]).toEqual(['not-sent', []]);
    expect(again.at.scan('PB-REPRINT')).toBe('label-reprinting');
    again.desk.attend();
    await becomes(again.at, 'sent');
  });

  it('waits for a word when the power went before it was sent, and came back long after', async () => {
    const { at, world } = openDesk();
    packed(at);
    shipped(at);
    at.clock.at += 1_000;
    queue(at);
    const again = openDesk({ at: openTestBench({ db: at.db }) });
    again.at.clock.at = at.clock.at + 120_000;
    again.desk.attend();
    await becomes(again.at, 'not-sent');
    expect([...world.printed, ...again.world.printed]).toEqual([]);
  });
});

it('a label that is here and only has to be drawn is never replaced by an interim one', async () => {
  const { at, desk, world } = openDesk();
  packed(at);
  desk.attend();
  shipped(at);
  world.isLabelHere = true;
  world.isOnline = false;
  at.clock.at += 1_000_000;
  desk.attend();
  await becomes(at, 'sent');
  expect(at.bench.onBench?.session.packages[0]?.isInterim).toBe(false);
});

describe('where the shop’s label cannot be had', () => {
  it('an interim one is printed at once when the shop is away, and after the wait when it is late', async () => {
    const offline = openDesk();
    offline.world.isOnline = false;
    packed(offline.at);
    offline.desk.attend();
    offline.desk.attend();
    await becomes(offline.at, 'sent');
    expect(offline.at.bench.onBench?.session.packages[0]?.isInterim).toBe(true);
    const late = openDesk();
    packed(late.at);
    late.desk.attend();
    expect(labelOf(late.at)).toBe('none');
    late.at.clock.at += 91_000;
    late.desk.attend();
    late.desk.attend();
    await becomes(late.at, 'sent');
  });

  it('an interim one is printed at once when the shop refuses its own, and a person is told why', async () => {
    const { at, desk, world } = openDesk();
    packed(at);
    shipped(at);
    world.label = { code: 'refused', shopCode: 'FOREIGN_ADDRESS', words: 'not fetched: http://x' };
    desk.attend();
    await becomes(at, 'sent');
    expect(at.bench.onBench?.session.packages[0]).toMatchObject({ isInterim: true });
    expect([world.asked, world.printed.length]).toEqual([1, 1]);
    const [task] = openTasks(at.db);
    expect(task).toMatchObject({ kind: 'label-unprintable', subject: number });
    expect(JSON.parse(task?.detail ?? '')).toEqual({
      reason: 'FOREIGN_ADDRESS',
      words: 'not fetched: http://x',
    });
  });

  it('none is printed for what the shop refused to ship, however long it takes', () => {
    const { at, desk, world } = openDesk();
    packed(at);
    happen(
      at,
      { type: 'ship-refused', shopCode: 'X', detail: 'no' },
      { type: 'held', reason: 'shop-refused', note: 'no' },
    );
    expect(at.scan(number)).toBe('posting-resumed');
    world.isOnline = false;
    desk.attend();
    at.clock.at += 1_000_000;
    desk.attend();
    expect([labelOf(at), world.printed]).toEqual(['none', []]);
  });

  it('a workshop that is closing calls no label unprintable', async () => {
    const { at, desk, world } = openDesk();
    world.isOnline = false;
    world.interim = async () => ({ ok: false, error: { code: 'workshop-closed', detail: '' } });
    packed(at);
    desk.attend();
    await becomes(at, 'ready');
    world.interim = async () => ok(prepared);
    at.clock.at += 2_000;
    await expect
      .poll(() => {
        desk.attend();
        return labelOf(at);
      })
      .toBe('sent');
  });
});

it('a log that cannot be written stops neither the desk nor the station', async () => {
  const { at, desk, world } = openDesk();
  packed(at);
  shipped(at);
  at.db.sqlite.pragma('query_only = ON');
  onTestFinished(() => void at.db.sqlite.pragma('query_only = OFF'));
  desk.attend();
  await expect.poll(() => world.asked).toBe(1);
  at.db.sqlite.pragma('query_only = OFF');
  at.clock.at += 10_000;
  await expect
    .poll(() => {
      desk.attend();
      return labelOf(at);
    })
    .toBe('sent');
  expect(world.printed).toHaveLength(1);
});
