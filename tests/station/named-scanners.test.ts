import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { startSerialCable } from '#station/devices/sim/serial-cable.ts';
import { startTcpScanner } from '#station/devices/sim/start-tcp-devices.ts';
import { startStationRun } from './harness/station-run.ts';

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

it('two scanners that scan at the same time are both answered, each by its name', async () => {
  const left = await startTcpScanner();
  const right = await startTcpScanner();
  const cable = await startSerialCable(right.port);
  cleanUps.push(left.close, right.close, cable.remove);
  const folder = mkdtempSync(join(tmpdir(), 'packbench-scanners-'));
  cleanUps.push(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'bench.json');
  const scanners = [
    { name: 'left hand', at: left.at },
    { name: 'right hand', at: cable.at },
  ];
  writeFileSync(file, JSON.stringify({ bench: 'B1', scanners }));
  const run = startStationRun(join(folder, 'home'), file);
  cleanUps.push(() => run.kill('SIGKILL'));
  for (const name of ['left hand', 'right hand'])
    await run.until('device', (line) => line.name === name && line.state === 'ready');

  const rounds = 20;
  for (let round = 0; round < rounds; round += 1) {
    left.scan(`L-${round}`);
    right.scan(`R-${round}`);
  }
  const verdicts = () =>
    run.lines.flatMap(({ promised }) => (promised?.event === 'verdict' ? [promised] : []));
  await run.untilHolds('every scan to be answered', () => verdicts().length >= 2 * rounds);
  const answered = (name: string) => verdicts().filter(({ sourceName }) => sourceName === name);
  expect(verdicts()).toHaveLength(2 * rounds);
  expect(answered('left hand').map(({ source }) => source)).toEqual(Array(rounds).fill('scanner-1'));
  expect(answered('right hand').map(({ source }) => source)).toEqual(Array(rounds).fill('scanner-2'));
});
