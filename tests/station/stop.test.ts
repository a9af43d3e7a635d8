import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

/** Told on the error output by a file that Node loads before the program: a process was born, it listens to signals. */
const tellTale = `
  process.stderr.write('born ' + process.pid + '\\n');
  process.on('newListener', (name) => {
    if (name === 'SIGTERM') queueMicrotask(() => process.stderr.write('listens ' + process.pid + '\\n'));
  });`;

type Started = {
  readonly child: ChildProcess;
  readonly group: number;
  /** The exit code; null where a signal ended it. */
  readonly exit: Promise<number | null>;
  /** Settles with the n-th of the lines that begin so; fails when the output ends without. */
  readonly line: (start: string, n?: number) => Promise<string>;
};

/** Starts a station in a process group of its own. */
function start(command: string, args: readonly string[]): Started {
  const child = spawn(
    command,
    [...args, 'station', '--home', join(folder, 'home'), '--bench', join(folder, 'bench.json')],
    {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PATH: `${dirname(node24)}:${process.env.PATH}`,
        NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(tellTale)}`,
      },
    },
  );
  if (child.pid === undefined) throw new Error('the station was not started');
  groups.push(child.pid);
  const lines: string[] = [];
  const looks = new Set<() => void>();
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (line) => {
      lines.push(line);
      for (const look of looks) look();
    });
  }
  return {
    child,
    group: child.pid,
    exit: new Promise((resolve) => child.once('exit', resolve)),
    line: (beginning, n = 1) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.filter((line) => line.startsWith(beginning))[n - 1];
          if (found !== undefined) resolve(found);
        };
        looks.add(look);
        child.once('close', () => reject(new Error(`no line ${beginning}:\n${lines.join('\n')}`)));
        look();
      }),
  };
}

/** Settles when the second process listens to signals: the one in the wrapper's care. */
async function secondListens({ line }: Started): Promise<void> {
  await line((await line('born', 2)).replace('born', 'listens'));
}

async function startReady(command: string, args: readonly string[]): Promise<Started> {
  const started = start(command, args);
  await started.line('{"event":"ready"');
  return started;
}

function isGroupAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

const untilNothingIsLeft = ({ group }: Started) =>
  eventually('the end of all that was started', () => (isGroupAlive(group) ? null : true));

/** The wrapper as any older Node runs it: it starts the station in a child of its own. */
const asOlderNode = [
  '--eval',
  `Object.defineProperty(process.versions, 'node', { value: '20.0.0' });
   process.argv.splice(1, 0, ${JSON.stringify(script)});
   import(${JSON.stringify(script)});`,
];

/** The older Nodes of this computer, beside the one that is made believe. */
const olderNodes = ['/usr/local/bin/node', '/usr/bin/node'].filter(
  (node) =>
    existsSync(node) && Number(execFileSync(node, ['-p', 'process.versions.node.split(".")[0]'])) < 24,
);

const viaWrapper: readonly (readonly [string, string, readonly string[]])[] = [
  ['under an older Node, which starts another', node24, asOlderNode],
  ...olderNodes.map((node) => [`under ${node}`, node, [script]] as const),
];

describe.each([['under the Node that the project brings', node24, [script]] as const, ...viaWrapper])(
  'a station %s',
  (_, node, args) => {
    it.each(['SIGTERM', 'SIGINT'] as const)('ends with 0 when it is asked once by %s', async (signal) => {
      const station = await startReady(node, args);
      process.kill(station.group, signal);
      expect(await station.exit).toBe(0);
      expect(isGroupAlive(station.group)).toBe(false);
    });

    it('ends with 0 when all of its processes are asked, and more than once', async () => {
      const station = await startReady(node, args);
      for (let n = 0; n < 3; n += 1) process.kill(-station.group, 'SIGTERM');
      expect(await station.exit).toBe(0);
      expect(isGroupAlive(station.group)).toBe(false);
    });

    it('ends with 0 when it is asked while it is still loading', async () => {
      const station = start(node, args);
      await station.line('listens');
      process.kill(station.group, 'SIGTERM');
      expect(await station.exit).toBe(0);
      expect(isGroupAlive(station.group)).toBe(false);
    });
  },
);

describe.each(viaWrapper)('the wrapper %s', (_, node, args) => {
  it.each([
    ['is just starting', (station: Started) => station.line('born', 2)],
    ['is still loading', secondListens],
  ])('ends with 0 when all of it is asked while the station in it %s', async (_when, moment) => {
    const station = start(node, args);
    await moment(station);
    process.kill(-station.group, 'SIGTERM');
    expect(await station.exit).toBe(0);
    expect(isGroupAlive(station.group)).toBe(false);
  });

  it('takes the station with it when it is killed', async () => {
    const station = await startReady(node, args);
    process.kill(station.group, 'SIGKILL');
    await untilNothingIsLeft(station);
    const next = await startReady(node, args);
    process.kill(next.group, 'SIGTERM');
    expect(await next.exit).toBe(0);
  });
});

describe('a station started by npx', () => {
  it.each([
    ['is ready', (station: Started) => station.line('{"event":"ready"')],
    ['is loading', secondListens],
  ])('told to end while it %s, makes room for the next one', async (_, moment) => {
    const started = start('npx', ['packbench']);
    await moment(started);
    process.kill(started.group, 'SIGTERM');
    await started.exit;
    const next = await startReady('npx', ['packbench']);
    await untilNothingIsLeft(started);
    process.kill(next.group, 'SIGTERM');
    await untilNothingIsLeft(next);
  });

  it('ends with all of its group', async () => {
    const started = await startReady('npx', ['packbench']);
    process.kill(-started.group, 'SIGTERM');
    process.kill(-started.group, 'SIGTERM');
    await started.exit;
    const next = await startReady(node24, [script]);
    await untilNothingIsLeft(started);
    process.kill(next.group, 'SIGTERM');
    expect(await next.exit).toBe(0);
  });
});
