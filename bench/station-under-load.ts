import type { ChildProcess } from 'node:child_process';
import { fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { HostToStation } from '#contract/host-frames.ts';
import { buildApplication } from './run-node.ts';

const root = join(import.meta.dirname, '..');
const patienceMs = 60_000;

const Verdict = z.looseObject({ kind: z.string(), code: z.string(), posting: z.string().nullable() });
const VerdictLine = z.looseObject({ event: z.literal('verdict'), ...Verdict.shape, tookMs: z.number() });
const SessionLine = z.looseObject({ event: z.literal('session'), posting: z.string(), state: z.string() });
const VerdictFrame = z.object({
  event: z.literal('verdict'),
  data: z.looseObject({ verdict: Verdict, tookMs: z.number() }),
});
const BenchFrame = z.object({
  event: z.literal('bench'),
  data: z.looseObject({ session: z.looseObject({ posting: z.string(), phase: z.string() }).nullable() }),
});
const Device = z.looseObject({ device: z.string(), kind: z.string(), state: z.string() });
const DeviceLine = z.union([
  z.object({ event: z.literal('device'), data: Device }).transform(({ data }) => data),
  Device,
]);
const AnswerFrame = z.looseObject({ id: z.int(), ok: z.boolean() });

/** What the station answered to a scan; `tookMs` is its own figure, from received to committed. */
export type SeenVerdict = {
  readonly kind: string;
  readonly code: string;
  readonly posting: string | null;
  readonly tookMs: number;
  /** When the answer arrived here, ms of `performance.now()`. */
  readonly seenMs: number;
};

/** A running station, a process of its own. */
export type StationProcess = {
  readonly pid: number;
  /** Settles when so many scanners are ready: a scan that comes while one is being opened is lost. */
  readonly untilScannersReady: (count: number) => Promise<void>;
  readonly nextVerdict: () => Promise<SeenVerdict>;
  /** Settles when the bench shows this posting in this state. */
  readonly untilShown: (posting: string, state: string) => Promise<void>;
  /** Calls a procedure; only a station that {@link startBuiltStation} started answers. */
  readonly call: (procedure: string, input: unknown) => Promise<unknown>;
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
};

export type StartedStation = {
  readonly station: StationProcess;
  /** When the process was started, ms of `performance.now()`. */
  readonly startedMs: number;
  /** From then to its `ready`, ms. */
  readonly readyAfterMs: number;
};

/** Starts `packbench station`; settles when it says that it is ready. */
export async function startStationProcess(home: string, benchFile: string): Promise<StartedStation> {
  const startedMs = performance.now();
  const child = spawn(
    process.execPath,
    [...nodeArgs(), join(root, 'scripts/packbench.mjs'), 'station', '--home', home, '--bench', benchFile],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const { station, hear, ready } = listenTo(child);
  if (child.stdout === null) throw new Error('the station has no standard output');
  createInterface({ input: child.stdout }).on('line', (text) => hear(JSON.parse(text)));
  await ready;
  return { station, startedMs, readyAfterMs: performance.now() - startedMs };
}

/**
 * Starts the station as the application does: built, under plain Node, with a channel for procedures. Settles when it
 * says that it is ready.
 */
export async function startBuiltStation(home: string, benchFile: string): Promise<StartedStation> {
  buildApplication();
  const startedMs = performance.now();
  const child = fork(join(root, 'out/main/station.js'), ['--home', home, '--bench', benchFile], {
    cwd: root,
    execArgv: nodeArgs(),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { station, hear, ready } = listenTo(child);
  child.on('message', hear);
  const start: HostToStation = { host: 'start', secrets: {}, inMemoryOnly: [], unreadableSecrets: [] };
  child.send(start);
  await ready;
  return { station, startedMs, readyAfterMs: performance.now() - startedMs };
}

/** `PACKBENCH_BENCH_NODE` hands arguments to the station's Node, e.g. `--cpu-prof` to see where the time goes. */
function nodeArgs(): string[] {
  return (process.env.PACKBENCH_BENCH_NODE ?? '').split(' ').filter((arg) => arg !== '');
}

function listenTo(child: ChildProcess) {
  // Whatever ends the measuring ends the station, so that none is left behind.
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  const { promise: ready, resolve: becomeReady, reject: fail } = Promise.withResolvers<void>();
  const exited = new Promise<void>((resolve) => child.on('close', () => resolve()));
  void exited.then(() => fail(new Error('the station ended')));
  const verdicts: SeenVerdict[] = [];
  let onVerdict: ((verdict: SeenVerdict) => void) | null = null;
  const readyScanners = new Set<string>();
  let onScanner: () => void = () => undefined;
  let shown = '';
  let wanted: { readonly shown: string; readonly resolve: () => void } | null = null;
  const answers = new Map<number, (frame: unknown) => void>();
  let calls = 0;

  function hear(message: unknown): void {
    const seenMs = performance.now();
    if (isNamed(message, 'verdict')) {
      const frame = VerdictFrame.safeParse(message);
      const { tookMs, verdict } = frame.success
        ? frame.data.data
        : { tookMs: VerdictLine.parse(message).tookMs, verdict: VerdictLine.parse(message) };
      const { kind, code, posting } = verdict;
      settleVerdict({ kind, code, posting, tookMs, seenMs });
    } else if (isNamed(message, 'session')) {
      const { posting, state } = SessionLine.parse(message);
      show(posting, state);
    } else if (isNamed(message, 'bench')) {
      const { session } = BenchFrame.parse(message).data;
      if (session !== null) show(session.posting, session.phase);
    } else if (isNamed(message, 'device')) {
      const { device, kind, state } = DeviceLine.parse(message);
      if (kind === 'scanner' && state === 'ready') readyScanners.add(device);
      onScanner();
    } else if (isNamed(message, 'ready') || isHost(message, 'ready')) {
      becomeReady();
    } else {
      const answer = AnswerFrame.safeParse(message);
      if (answer.success) answers.get(answer.data.id)?.(message);
    }
  }

  function settleVerdict(verdict: SeenVerdict): void {
    if (onVerdict === null) verdicts.push(verdict);
    else onVerdict(verdict);
    onVerdict = null;
  }

  function show(posting: string, state: string): void {
    shown = `${posting} ${state}`;
    if (wanted?.shown === shown) wanted.resolve();
  }

  const station: StationProcess = {
    pid: child.pid ?? -1,
    untilScannersReady: (count) => {
      const areReady = new Promise<void>((resolve) => {
        onScanner = () => readyScanners.size >= count && resolve();
        onScanner();
      });
      return inTime(`${count} scanners`, areReady);
    },
    nextVerdict: () => {
      const [early] = verdicts.splice(0, 1);
      if (early !== undefined) return Promise.resolve(early);
      return inTime('a verdict', new Promise((resolve) => (onVerdict = resolve)));
    },
    untilShown: (posting, state) => {
      if (shown === `${posting} ${state}`) return Promise.resolve();
      const what = `${posting} ${state}`;
      return inTime(
        what,
        new Promise((resolve) => (wanted = { shown: what, resolve })),
        () => `it shows ${shown}`,
      );
    },
    call: (procedure, input) => {
      calls += 1;
      const id = calls;
      const answered = new Promise<unknown>((resolve) => answers.set(id, resolve));
      child.send({ id, procedure, input });
      return inTime(procedure, answered);
    },
    end: async (signal) => {
      child.kill(signal);
      await exited;
    },
  };
  return { station, hear, ready };
}

async function inTime<Value>(what: string, promise: Promise<Value>, detail = () => ''): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited in vain for ${what}; ${detail()}`)), patienceMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function isNamed(message: unknown, event: string): boolean {
  return typeof message === 'object' && message !== null && 'event' in message && message.event === event;
}

function isHost(message: unknown, host: string): boolean {
  return typeof message === 'object' && message !== null && 'host' in message && message.host === host;
}
