import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { LabelMedium } from '#domain/labels/label-size.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '#sandbox/sandbox.ts';
import type { SimulatedPrinter } from '#station/devices/printers/simulated-printer.ts';
import type { SimulatedScanner } from '#station/devices/scanners/line/fake.ts';
import { startTcpPrinter, startTcpScanner } from '#station/devices/sim/start-tcp-devices.ts';
import type { TcpDevice } from '#station/devices/sim/tcp-device.ts';
import { eventually } from './eventually.ts';
import { type Call, type OwnStation, startOwnStation } from './own-station.ts';
import { createLabelTray, type LabelTray } from './printed-labels.ts';
import type { ShiftClock } from './shift-clock.ts';
import { openShopAdmin, type ShopAdmin } from './shop-admin.ts';
import { type StationRun, startStationRun } from './station-run.ts';
import { startWatchedScale, type WatchedScale } from './watched-scale.ts';

/** Cartons that hold everything the stand-in shop sells; a tool box needs the largest. */
export const cartons = [
  { code: 'S', innerMm: [200, 150, 100], outerMm: [206, 156, 106], tareG: 90, maxLoadG: 5000 },
  { code: 'M', innerMm: [300, 250, 200], outerMm: [306, 256, 206], tareG: 180, maxLoadG: 10_000 },
  { code: 'L', innerMm: [450, 320, 260], outerMm: [458, 328, 268], tareG: 320, maxLoadG: 15_000 },
  { code: 'XL', innerMm: [560, 420, 330], outerMm: [570, 430, 340], tareG: 560, maxLoadG: 20_000 },
] as const;

export type BenchWish = {
  readonly dpi?: 203 | 300;
  /** Printers beside the first, as the bench file has them. */
  readonly sparePrinters?: readonly object[];
  /** As the bench file has it. */
  readonly documentPrinter?: object;
  /** Width and height of the paper in the label printer. */
  readonly paperMm?: readonly [number, number];
  readonly rules?: Readonly<Record<string, unknown>>;
  readonly shop?: Partial<SandboxOptions>;
  /** A second seller account at the same bench, a stand-in of its own with other goods; called "second". */
  readonly secondShop?: Partial<SandboxOptions>;
  /** How long the bench waits between two readings of its shop; a third of a second unless told. */
  readonly pollSeconds?: number;
  /** What stands between the bench and its shop; given the shop's address, answers the address the bench uses. */
  readonly shopThrough?: (url: string) => Promise<string>;
  /** Runs the station in this process, by this clock, which the shop then has as well. */
  readonly clock?: ShiftClock;
  /** Changes to the shop before the bench first asks it. */
  readonly beforeStart?: (admin: ShopAdmin) => Promise<void>;
};

/** A stand-in shop that can go off the network, and come back where it stood and at the same address. */
export type ShopUnderTest = {
  readonly admin: ShopAdmin;
  readonly closeShop: () => Promise<void>;
  readonly openShop: () => Promise<void>;
};

/** A whole bench: a stand-in shop, devices behind sockets, and the station as a process of its own. */
export type BenchUnderTest = {
  readonly home: string;
  readonly file: string;
  readonly shop: ShopAdmin;
  /** The second account, where one was wished for. */
  readonly second: ShopUnderTest;
  /** Several, so that equal units can be scanned without a pause: the same code within 300 ms is one reading. */
  readonly scanners: readonly (SimulatedScanner & TcpDevice)[];
  readonly scale: WatchedScale;
  readonly printer: SimulatedPrinter & TcpDevice;
  readonly medium: LabelMedium;
  readonly tray: LabelTray;
  /** Calls a procedure as a window does; only where the station runs in this process. */
  readonly call: Call;
  /** The station's present life. */
  readonly station: () => StationRun;
  /** Every life so far, the present one last. */
  readonly lives: () => readonly StationRun[];
  /** Starts the station (again); settles when it says that it is ready. */
  readonly start: () => Promise<StationRun>;
  /** Starts it without waiting for it. */
  readonly spawn: () => StationRun;
  /** Settles when the bench has read everything anew from the shop. */
  readonly shopWasRead: () => Promise<void>;
  /** Takes the shop off the network; `openShop` brings it back where it stood, at the same address. */
  readonly closeShop: () => Promise<void>;
  readonly openShop: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Brings everything up on free ports and in a home of its own, and waits until the station is ready. */
export async function startBench(wish: BenchWish = {}): Promise<BenchUnderTest> {
  const home = await mkdtemp(join(tmpdir(), 'packbench-station-'));
  const [widthMm, heightMm] = wish.paperMm ?? [75, 120];
  const medium: LabelMedium = { dpi: wish.dpi ?? 203, widthMm, heightMm };
  const stateFile = join(home, 'shop.json');
  const clock = wish.clock === undefined ? {} : { now: wish.clock.now };
  const { url, clientId, apiKey, ...first } = await startShop({ ...clock, ...wish.shop, stateFile });
  const shop = first.admin;
  const second =
    wish.secondShop === undefined
      ? null
      : await startShop({
          ...{ ...clock, seed: 2, clientId: '2', apiKey: 'second-key', ...wish.secondShop },
          stateFile: join(home, 'second-shop.json'),
        });
  const scanners = await Promise.all(Array.from({ length: 8 }, () => startTcpScanner()));
  const scale = await startWatchedScale();
  const printer = await startTcpPrinter();
  const tray = createLabelTray(printer, medium);
  const file = join(home, 'bench.json');
  const shared = { kind: 'ozon', pollSeconds: wish.pollSeconds ?? 0.3 };
  await writeFile(
    file,
    JSON.stringify({
      bench: 'B1',
      language: 'en',
      packer: 'P1',
      people: [
        { id: 'P1', name: 'Anna', role: 'packer' },
        { id: 'L1', name: 'Oleg', role: 'lead' },
      ],
      ...(second === null
        ? { shop: { ...shared, url: (await wish.shopThrough?.(url)) ?? url, clientId, apiKey } }
        : {
            shops: [
              { ...shared, url, clientId, apiKey, name: 'first' },
              {
                ...shared,
                url: second.url,
                clientId: second.clientId,
                apiKey: second.apiKey,
                name: 'second',
              },
            ],
          }),
      scanners: scanners.map((scanner) => scanner.at),
      scale: { at: scale.at, protocol: 'mt-sics' },
      labelPrinter: { at: printer.at, language: 'zpl', ...medium },
      sparePrinters: wish.sparePrinters ?? [],
      documentPrinter: wish.documentPrinter,
      rules: { verifyLabel: true, requireWeight: true, ...wish.rules },
      cartons,
    }),
  );
  // Quicker than a real shop; a test that is about waiting says so itself.
  for (const admin of [shop, second?.admin])
    await admin?.setTimings({ shipMs: 60, exemplarCheckMs: 60, labelReadyMs: 100, labelTaskMs: 40 });
  await wish.beforeStart?.(shop);

  const lives: StationRun[] = [];
  const station = () => {
    const last = lives.at(-1);
    if (last === undefined) throw new Error('the station was never started');
    return last;
  };
  const spawn = () => {
    const run = startStationRun(join(home, 'home'), file);
    lives.push(run);
    return run;
  };
  let own: OwnStation | null = null;
  const start = async () => {
    const { clock: shiftClock } = wish;
    if (shiftClock === undefined) {
      const run = spawn();
      await run.until('ready');
      return run;
    }
    own = await startOwnStation(join(home, 'home'), file, shiftClock.now);
    lives.push(own);
    await own.until('ready');
    return own;
  };
  const bench: BenchUnderTest = {
    get second() {
      if (second === null) throw new Error('this bench has one shop');
      return second;
    },
    ...{ home: join(home, 'home'), file, shop, scanners, scale, printer, medium, tray },
    ...{ station, spawn, start, lives: () => lives },
    call: (name, input) => {
      if (own === null) throw new Error('procedures are called where the station runs in this process');
      return own.call(name, input);
    },
    shopWasRead: async () => {
      const since = (await shop.requests('/')).at(-1)?.at ?? 0;
      // A poll begins with an empty cursor; with the second one from now, everything of the first is on disk. Of a long
      // queue only the changes are read with each.
      await eventually('the bench to read its postings', async () => {
        const whole = await shop.requests('/unfulfilled/list');
        const changes = await shop.requests('/v4/posting/fbs/list');
        const polls = [
          whole.filter(({ body }) => beginsPoll(body)),
          changes.filter(({ body }) => beginsWalk(body)),
        ];
        return polls.some((begun) => begun.filter(({ at }) => at > since).length >= 2) ? true : null;
      });
    },
    closeShop: first.closeShop,
    openShop: first.openShop,
    close: async () => {
      await lives.at(-1)?.kill('SIGKILL');
      await Promise.all([...scanners, scale, printer].map((device) => device.close()));
      await first.closeShop();
      await second?.closeShop();
      await rm(home, { recursive: true });
    },
  };
  await start();
  return bench;
}

/** Starts a stand-in that keeps its state in a file. */
async function startShop(
  options: Omit<SandboxOptions, 'port'>,
): Promise<ShopUnderTest & Pick<Sandbox, 'url' | 'clientId' | 'apiKey'>> {
  let sandbox: Sandbox | null = await startSandbox({ ...options, port: 0 });
  const { url, clientId, apiKey } = sandbox;
  return {
    ...{ url, clientId, apiKey, admin: openShopAdmin(() => url) },
    closeShop: async () => {
      await sandbox?.close();
      sandbox = null;
    },
    openShop: async () => {
      sandbox = await startSandbox({ ...options, port: Number(new URL(url).port) });
    },
  };
}

const firstPage = z.object({
  filter: z.object({ statuses: z.array(z.string()) }),
  cursor: z.literal('').optional(),
});

const firstChanges = z.object({ cursor: z.literal('').optional() });

function beginsWalk(body: unknown): boolean {
  return firstChanges.safeParse(body).success;
}

function beginsPoll(body: unknown): boolean {
  const page = firstPage.safeParse(body);
  return page.success && !page.data.filter.statuses.includes('cancelled');
}
