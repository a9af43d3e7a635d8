import { join } from 'node:path';
import type { HostToStation, StationToHost } from '#contract/host-frames.ts';
import { languageOf } from '../demo/demo-home.ts';
import { DemoMode } from '../demo/demo-mode.ts';
import { DemoShop } from '../demo/demo-shop.ts';
import { systemKeychain } from '../secrets/keychain.ts';
import { SecretBox } from '../secrets/secret-box.ts';
import { linkWindows } from '../window/window-link.ts';
import { answerHostRequests } from './host-requests.ts';
import { LogFile } from './log-file.ts';
import { type ProcessEars, startOwnProcess } from './own-process.ts';
import { stationEnvironment } from './station-environment.ts';
import { StationHost } from './station-host.ts';

/** Where the application and the bench's data lie; absolute paths. */
export interface BenchPlaces {
  readonly appDir: string;
  readonly homeDir: string;
  readonly benchFile: string | undefined;
  /** What the system speaks, for a bench that has not said its language. */
  readonly systemLocale: string;
}

/** The running station as the rest of main sees it. */
export interface BenchEngine {
  tellStation(frame: HostToStation): void;
  /** Writes a line into the bench's log. */
  note(line: Readonly<Record<string, unknown>>): void;
  stop(): Promise<void>;
}

/**
 * Starts the station and joins it with the windows, the secrets and its log (`<home>/logs/station.log`). With `inDemo`
 * the demo shop is started first and the station works on the demo's bench.
 */
export async function startBenchEngine(places: BenchPlaces, inDemo: boolean): Promise<BenchEngine> {
  const secrets = new SecretBox(join(places.homeDir, 'secrets.json'), await systemKeychain(), process.env);
  const log = new LogFile(join(places.homeDir, 'logs', 'station.log'));
  const note = (line: Readonly<Record<string, unknown>>) => log.write(`${JSON.stringify(line)}\n`);
  const startProcess = (name: 'station' | 'demo-shop', args: readonly string[], ears: ProcessEars) =>
    startOwnProcess(
      {
        name: `packbench-${name}`,
        file: join(places.appDir, `out/main/${name}.js`),
        args,
        env: stationEnvironment(process.env),
        nodeExecutable: process.env.PACKBENCH_NODE ?? join(places.appDir, 'node_modules/node/bin/node'),
      },
      ears,
    );
  const demo = new DemoMode({
    homeDir: places.homeDir,
    shopAt: (stateFile) =>
      new DemoShop({
        start: (args, ears) => startProcess('demo-shop', args, ears),
        stateFile,
        nowMs: () => performance.now(),
        output: (chunk) => log.write(chunk),
        note,
      }),
    language: ({ benchFile }) => languageOf([benchFileOf(places), benchFile], places.systemLocale),
    now: () => Date.now(),
  });
  let isDemo = false;
  const host = new StationHost({
    start: (ears) => startProcess('station', isDemo ? demoArgs(demo) : ownArgs(places), ears),
    firstFrame: () => startFrame(isDemo ? null : secrets),
    nowMs: () => performance.now(),
    relay: (frame) => link.sendFrame(frame),
    status: (status) => link.sendStatus(status),
    asked: (frame) => void answer(frame, isDemo ? null : secrets, host),
    output: (chunk) => log.write(chunk),
    note,
  });
  const takeHostRequest = answerHostRequests(
    {
      'host.startDemo': async () => {
        if (isDemo) return;
        await demo.enter();
        isDemo = true;
        await host.exchange();
      },
      'host.leaveDemo': async () => {
        if (!isDemo) return;
        isDemo = false;
        await host.exchange();
        await demo.leave();
      },
    },
    (frame) => link.sendFrame(frame),
  );
  const link = linkWindows({
    frame: (frame) => {
      if (!takeHostRequest(frame)) host.fromWindow(frame);
    },
    restartStation: () => host.restart(),
    status: () => host.status,
  });
  if (inDemo) void startInDemo();
  else host.start();

  async function startInDemo(): Promise<void> {
    try {
      await demo.enter();
      isDemo = true;
    } catch (cause) {
      note({ event: 'demo-not-started', detail: String(cause) });
    }
    host.start();
  }

  return {
    tellStation: (frame) => host.tellStation(frame),
    note,
    async stop() {
      await host.stop();
      await demo.leave();
    },
  };
}

function benchFileOf({ benchFile, homeDir }: BenchPlaces): string {
  return benchFile ?? join(homeDir, 'bench.json');
}

function ownArgs({ homeDir, benchFile }: BenchPlaces): string[] {
  return ['--home', homeDir, ...(benchFile ? ['--bench', benchFile] : [])];
}

function demoArgs({ home }: DemoMode): string[] {
  return ['--home', home.homeDir, '--bench', home.benchFile, '--demo'];
}

/** A demo is given none of the bench's secrets, and keeps none. */
async function startFrame(secrets: SecretBox | null): Promise<HostToStation> {
  if (secrets === null) return { host: 'start', secrets: {}, inMemoryOnly: [], unreadableSecrets: [] };
  const opened = await secrets.openAll();
  return {
    host: 'start',
    secrets: { ...opened.secrets },
    inMemoryOnly: [...opened.inMemoryOnly],
    unreadableSecrets: [...opened.unreadable],
  };
}

async function answer(frame: StationToHost, secrets: SecretBox | null, host: StationHost): Promise<void> {
  if (frame.host !== 'keep-secret') return;
  const { name, value } = frame;
  const storage = secrets === null ? 'memory' : await secrets.keep(name, value);
  host.tellStation({ host: 'kept', name, storage });
}
