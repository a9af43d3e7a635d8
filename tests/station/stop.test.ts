import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from './harness/eventually.ts';

const root = join(import.meta.dirname, '../..');
const script = join(root, 'scripts/packbench.mjs');
const node24 = join(root, 'node_modules/node/bin/node');

let folder: string;
const groups: number[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'packbench-stop-'));
  writeFileSync(join(folder, 'bench.json'), JSON.stringify({ bench: 'B1', scanners: [], cartons: [] }));
});
afterEach(() => {
  // Whatever a failed test left running would hold the home folder of the next.
  for (const group of groups.splice(0)) if (isGroupAlive(group)) process.kill(-group, 'SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts a station in a process group of its own; settles when it says that it is ready. */
async function startStation(command: string, args: readonly string[]): Promise<ChildProcess> {
  const child = spawn(
    command,
    [...args, 'station', '--home', join(folder, 'home'), '--bench', join(folder, 'bench.json')],
    {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, PATH: `${dirname(node24)}:${process.env.PATH}` },
    },
  );
  groups.push(groupOf(child));
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', () => reject(new Error('the station ended before it was ready')));
    if (child.stdout === null) return reject(new Error('no output'));
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes('"ready"')) resolve();
    });
  });
  return child;
}

function groupOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('the station was not started');
  return pid;
}

function isGroupAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

const exitOf = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));

/** The wrapper as any older Node runs it: it starts the station in a child of its own. */
const asOlderNode = [
  '--eval',
  `Object.defineProperty(process.versions, 'node', { value: '20.0.0' });
   process.argv.splice(1, 0, ${JSON.stringify(script)});
   import(${JSON.stringify(script)});`,
];

describe.each([
  ['under the Node that the project brings', [script]],
  ['under an older Node, which starts another', asOlderNode],
])('a station %s', (_, args) => {
  it('ends with 0 when it is asked once', async () => {
    const station = await startStation(node24, args);
    station.kill('SIGTERM');
    expect(await exitOf(station)).toBe(0);
    expect(isGroupAlive(groupOf(station))).toBe(false);
  });

  it('ends with 0 when all of its processes are asked, and more than once', async () => {
    const station = await startStation(node24, args);
    const exit = exitOf(station);
    for (let n = 0; n < 3; n += 1) process.kill(-groupOf(station), 'SIGTERM');
    expect(await exit).toBe(0);
    expect(isGroupAlive(groupOf(station))).toBe(false);
  });
});

it('a station started by npx does not outlive it, and the next one can start', async () => {
  for (let n = 0; n < 2; n += 1) {
    const started = await startStation('npx', ['packbench']);
    started.kill('SIGTERM');
    await exitOf(started);
    await eventually('the end of all that npx started', () => (isGroupAlive(groupOf(started)) ? null : true));
  }
});
