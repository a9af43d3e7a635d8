import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Line, type LineName, lineOf, parseStationLine, type StationLine } from './station-lines.ts';

const root = join(import.meta.dirname, '../../..');
const node24 = join(root, 'node_modules/node/bin/node');

/** How long anything may take before a test gives up on it; no measure of speed, ms. */
const patienceMs = 60_000;

export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

/** The station ended while something was still expected of it. */
export class StationEnded extends Error {
  readonly exit: Exit;
  constructor(exit: Exit, expected: string, stderr: string) {
    super(`the station ended (code ${exit.code}, signal ${exit.signal}) before ${expected}\n${stderr}`);
    this.name = 'StationEnded';
    this.exit = exit;
  }
}

/** One life of `packbench station`. */
export type StationRun = {
  readonly pid: number;
  /** Every line so far. */
  readonly lines: readonly StationLine[];
  /** Everything the process wrote to standard error. */
  readonly stderr: () => string;
  readonly exited: Promise<Exit>;
  /** The first line of this name from `from` (an index of `lines`) on that fits; fails when the process ends first. */
  readonly until: <Name extends LineName>(
    name: Name,
    fits?: (line: Line<Name>) => boolean,
    from?: number,
  ) => Promise<Line<Name>>;
  /** Settles when `holds` does, looked at after every line; fails when the process ends first. */
  readonly untilHolds: (what: string, holds: () => boolean) => Promise<void>;
  /** Calls back with every line to come. */
  readonly onLine: (listener: (line: StationLine) => void) => void;
  readonly kill: (signal: NodeJS.Signals) => Promise<Exit>;
};

/** Starts any command of the command line as a process of its own, under the Node that the project brings. */
export function spawnPackbench(args: readonly string[]): ChildProcess {
  return spawn(node24, [join(root, 'scripts/packbench.mjs'), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A test that starts the station fifty times need not compile it fifty times.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'packbench-compile-cache') },
  });
}

/** Starts the station and reads its lines; `until('ready')` says when scans are taken. */
export function startStationRun(home: string, benchFile: string): StationRun {
  const child = spawnPackbench(['station', '--home', home, '--bench', benchFile]);
  const lines: StationLine[] = [];
  const waiting = new Set<() => void>();
  const listeners = new Set<(line: StationLine) => void>();
  let exit: Exit | null = null;
  let failure: Error | null = null;
  let stderr = '';
  const wake = () => {
    for (const look of [...waiting]) look();
  };
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-20_000);
  });
  if (child.stdout === null) throw new Error('the station has no standard output');
  const stdout = createInterface({ input: child.stdout });
  stdout.on('line', (text) => {
    try {
      const line = parseStationLine(text);
      lines.push(line);
      for (const listener of listeners) listener(line);
    } catch (cause) {
      // A line that SIGKILL cut in half is the last one and ends without a line break; it was never shown.
      if (child.killed && !text.endsWith('}')) return;
      failure ??= cause instanceof Error ? cause : new Error(String(cause));
    }
    wake();
  });
  const exited = new Promise<Exit>((resolve) => {
    // `close` comes after the last byte of the output, so that no line of a killed station is missed.
    child.on('close', (code, signal) => {
      exit = { code, signal };
      wake();
      resolve(exit);
    });
  });

  function wait<Found>(what: string, find: () => Found | null): Promise<Found> {
    return new Promise((resolve, reject) => {
      const done = (settle: () => void) => {
        waiting.delete(look);
        clearTimeout(patience);
        settle();
      };
      const look = () => {
        if (failure !== null) return done(() => reject(failure));
        const found = find();
        if (found !== null) return done(() => resolve(found));
        if (exit !== null) {
          const ended = new StationEnded(exit, what, stderr);
          done(() => reject(ended));
        }
      };
      const patience = setTimeout(
        () =>
          done(() =>
            reject(new Error(`waited in vain for ${what}; last lines:\n${tailOf(lines)}\n${stderr}`)),
          ),
        patienceMs,
      );
      waiting.add(look);
      look();
    });
  }

  return {
    pid: child.pid ?? -1,
    lines,
    stderr: () => stderr,
    exited,
    until: (name, fits = () => true, from = 0) => {
      let next = from;
      return wait(`a line "${name}"`, () => {
        for (; next < lines.length; next += 1) {
          const line = lines[next];
          const data = line === undefined ? null : lineOf(line, name);
          if (data !== null && fits(data)) return data;
        }
        return null;
      });
    },
    untilHolds: async (what, holds) => void (await wait(what, () => (holds() ? true : null))),
    onLine: (listener) => void listeners.add(listener),
    kill: (signal) => {
      child.kill(signal);
      return exited;
    },
  };
}

function tailOf(lines: readonly StationLine[]): string {
  return lines
    .slice(-12)
    .map((line) => line.text.slice(0, 400))
    .join('\n');
}
