import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SimulatedScanner } from '#station/devices/scanners/line/fake.ts';
import { startTcpScanner } from '#station/devices/sim/start-tcp-devices.ts';
import type { TcpDevice } from '#station/devices/sim/tcp-device.ts';
import { readLog } from './harness/bench-log.ts';
import { eventually } from './harness/eventually.ts';
import { spawnPackbench } from './harness/station-run.ts';

/** More lines than the bench and the system between the two processes hold. */
const scans = 4_000;

let folder: string;
let scanner: SimulatedScanner & TcpDevice;
let station: ChildProcess;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'packbench-stalled-'));
  scanner = await startTcpScanner();
  const file = join(folder, 'bench.json');
  writeFileSync(file, JSON.stringify({ bench: 'B1', packer: 'P1', scanners: [scanner.at] }));
  // Nobody reads its output.
  station = spawnPackbench(['station', '--home', home(), '--bench', file]);
  await eventually('the scanner to be connected', () => (scanner.scan('CODE0') ? true : null));
  for (let n = 1; n < scans; n += 1) scanner.scan(`CODE${n}`);
  await eventually('every scan in the log', () => (scansLogged() === scans ? true : null));
});

afterEach(async () => {
  station.kill('SIGKILL');
  await scanner.close();
  rmSync(folder, { recursive: true });
});

const home = () => join(folder, 'home');
const scansLogged = () =>
  existsSync(join(home(), 'bench.sqlite')) ? readLog(home(), (log) => log.scans().length) : 0;

it('takes every scan and ends in order while nobody reads its lines', async () => {
  station.kill('SIGTERM');
  expect(await once(station, 'exit')).toEqual([0, null]);
});

it('says how many lines were dropped once its reader goes on, and then tells all again', async () => {
  if (station.stdout === null) throw new Error('the station has no output');
  const lines: { event: string; count?: number }[] = [];
  createInterface({ input: station.stdout }).on('line', (line) => lines.push(JSON.parse(line)));
  const dropped = await eventually(
    'the number of dropped lines',
    () => lines.find(({ event }) => event === 'lines-dropped') ?? null,
  );
  const shown = () => lines.filter(({ event }) => event === 'verdict').length;
  expect(shown() + (dropped.count ?? 0)).toBe(scans);
  scanner.scan('CODE-LAST');
  await eventually('the next verdict', () => (lines.at(-1)?.event === 'verdict' ? true : null));
});
