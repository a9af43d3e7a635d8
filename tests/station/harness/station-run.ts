import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createLineDesk, type Exit, type LineWatch } from './line-watch.ts';
import { parseStationLine } from './station-lines.ts';

const root = join(import.meta.dirname, '../../..');
const node24 = join(root, 'node_modules/node/bin/node');

/** One life of a station. */
export type StationRun = LineWatch & {
  readonly pid: number;
  /** Everything the process wrote to standard error. */
  readonly stderr: () => string;
  readonly exited: Promise<Exit>;
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
  let stderr = '';
  const desk = createLineDesk(() => stderr);
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-20_000);
  });
  if (child.stdout === null) throw new Error('the station has no standard output');
  const stdout = createInterface({ input: child.stdout });
  stdout.on('line', (text) => {
    try {
      desk.say(parseStationLine(text));
    } catch (cause) {
      // A line that SIGKILL cut in half is the last one and ends without a line break; it was never shown.
      if (child.killed && !text.endsWith('}')) return;
      desk.fail(cause instanceof Error ? cause : new Error(String(cause)));
    }
  });
  const exited = new Promise<Exit>((resolve) => {
    // `close` comes after the last byte of the output, so that no line of a killed station is missed.
    child.on('close', (code, signal) => {
      desk.end({ code, signal });
      resolve({ code, signal });
    });
  });
  return {
    ...desk,
    ...{ pid: child.pid ?? -1, stderr: () => stderr, exited },
    kill: (signal) => {
      child.kill(signal);
      return exited;
    },
  };
}
