import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Language } from '#contract/language.ts';
import { type Sandbox, startSandbox } from '#sandbox/sandbox.ts';
import { hashPin } from '#station/bench-file/pin.ts';
import type { SimulatedPrinter } from '#station/devices/printers/simulated-printer.ts';
import { createSimulatedZplPrinter } from '#station/devices/printers/zpl/fake.ts';
import { createSimulatedMtSicsScale } from '#station/devices/scales/mt-sics/fake.ts';
import type { SimulatedScale } from '#station/devices/scales/simulated-scale.ts';
import { createSimulatedScanner, type SimulatedScanner } from '#station/devices/scanners/line/fake.ts';
import { startTcpDevice, type TcpDevice } from '#station/devices/sim/tcp-device.ts';
import { type KeyboardScanner, plugInKeyboardScanner } from '../../../scripts/window/keyboard-scanner.ts';
import { type FrameWatch, watchFrames } from '../../../scripts/window/watch-frames.ts';
import { createLabelTray, type LabelTray } from '../../station/harness/printed-labels.ts';
import { openShopAdmin, type ShopAdmin } from '../../station/harness/shop-admin.ts';
import { cartons as usualCartons } from '../../station/harness/start-bench.ts';
import { launchPackbench } from '../launch.ts';

/** How the bench of a test is set up; what is left out is English, with Anna signed in. */
export type BenchWish = {
  readonly language?: Language;
  readonly isSignedIn?: boolean;
  readonly rules?: Readonly<Record<string, unknown>>;
  readonly cartons?: readonly object[];
  /** The display to open the window on, `:7`; the one of the test run unless told. */
  readonly display?: string;
  /** The window's size, `1920x1080`; the smaller of the two that it is made for unless told. */
  readonly size?: string;
  /** How many scanners stand on the bench; one unless told. */
  readonly scanners?: number;
};

/** The real application on a bench of its own: a stand-in shop, devices behind sockets, a keyboard scanner. */
export type BenchWindow = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly home: string;
  readonly language: Language;
  readonly frames: FrameWatch;
  readonly shop: ShopAdmin;
  readonly keyboard: KeyboardScanner;
  /** The first of `scanners`. */
  readonly scanner: SimulatedScanner & TcpDevice;
  readonly scanners: readonly (SimulatedScanner & TcpDevice)[];
  readonly scale: SimulatedScale & TcpDevice;
  readonly printer: SimulatedPrinter & TcpDevice;
  readonly tray: LabelTray;
  /** Takes the shop off the network; `openShop` brings it back where it stood, at the same address. */
  readonly closeShop: () => Promise<void>;
  readonly openShop: () => Promise<void>;
  /** Lets the station hang: it answers nothing until it is ended. */
  readonly haltStation: () => Promise<void>;
  /** Ends the station as a power cut would; main starts it again. */
  readonly killStation: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const medium = { dpi: 203, widthMm: 75, heightMm: 120 } as const;

/** Oleg's PIN at the benches of these tests. */
export const leadPin = '2580';

/** Brings everything up on free ports and in a home of its own; settles when the window is loaded. */
export async function openBenchWindow(wish: BenchWish = {}): Promise<BenchWindow> {
  const { language = 'en', isSignedIn = true, rules = {}, cartons = usualCartons, display } = wish;
  const home = await mkdtemp(join(tmpdir(), 'packbench-e2e-'));
  const stateFile = join(home, 'shop.json');
  let sandbox: Sandbox | null = await startSandbox({ port: 0, stateFile });
  const { url, clientId, apiKey } = sandbox;
  const shop = openShopAdmin(() => url);
  await shop.setTimings({ shipMs: 100, labelReadyMs: 100, labelTaskMs: 50 });
  const scanner = await onSocket(createSimulatedScanner());
  const others = Array.from({ length: (wish.scanners ?? 1) - 1 }, () => onSocket(createSimulatedScanner()));
  const scanners = [scanner, ...(await Promise.all(others))];
  const scale = await onSocket(createSimulatedMtSicsScale());
  const printer = await onSocket(createSimulatedZplPrinter());
  const tray = createLabelTray(printer, medium);
  const benchFile = join(home, 'bench.json');
  const bench = {
    bench: 'B1',
    language,
    ...(isSignedIn ? { packer: 'P1' } : {}),
    people: [
      { id: 'P1', name: 'Anna', role: 'packer' },
      { id: 'L1', name: 'Oleg', role: 'lead', pinHash: hashPin(leadPin) },
    ],
    shop: { kind: 'ozon', url, clientId, apiKey, pollSeconds: 0.3 },
    scanners: scanners.map(({ at }) => at),
    scale: { at: scale.at, protocol: 'mt-sics' },
    labelPrinter: { at: printer.at, language: 'zpl', ...medium },
    rules,
    cartons,
  };
  await writeFile(benchFile, JSON.stringify(bench));
  const { app, page, close } = await launchPackbench({
    home,
    benchFile,
    // A test keeps no key in the keychain of whoever runs it.
    args: ['--password-store=basic'],
    ...(wish.size === undefined ? {} : { size: wish.size }),
    ...(display === undefined ? {} : { env: { DISPLAY: display } }),
  });
  return {
    ...{ app, page, home, language, shop, scanner, scanners, scale, printer, tray },
    frames: await watchFrames(page),
    keyboard: await plugInKeyboardScanner(app),
    closeShop: async () => {
      await sandbox?.close();
      sandbox = null;
    },
    openShop: async () => {
      sandbox = await startSandbox({ port: Number(new URL(url).port), stateFile });
    },
    haltStation: async () => void process.kill(await stationPid(home), 'SIGSTOP'),
    killStation: async () => void process.kill(await stationPid(home), 'SIGKILL'),
    close: async () => {
      await close();
      await Promise.all([...scanners, scale, printer].map((device) => device.close()));
      await sandbox?.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function onSocket<Device extends Parameters<typeof startTcpDevice>[0]>(
  device: Device,
): Promise<Device & TcpDevice> {
  return { ...device, ...(await startTcpDevice(device)) };
}

/** The process id that main wrote into the bench's log when it started the station last. */
async function stationPid(home: string): Promise<number> {
  const log = await readFile(join(home, 'logs', 'station.log'), 'utf8');
  const started = [...log.matchAll(/"event":"station-started","pid":(\d+)/g)].at(-1)?.[1];
  if (started === undefined) throw new Error('the log names no station');
  return Number(started);
}
