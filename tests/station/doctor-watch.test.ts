import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, it } from 'vitest';
import { startTcpScale, startTcpScanner } from '#station/devices/sim/start-tcp-devices.ts';
import { eventually } from '#station/devices/testing/eventually.ts';
import { runPackbench } from './harness/run-packbench.ts';
import { spawnPackbench } from './harness/station-run.ts';

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function writeBench(): Promise<{ file: string; scanner: Awaited<ReturnType<typeof startTcpScanner>> }> {
  const scanner = await startTcpScanner();
  const scale = await startTcpScale();
  scale.put(12_340);
  const folder = mkdtempSync(join(tmpdir(), 'packbench-doctor-'));
  cleanUps.push(scanner.close, scale.close, () => rmSync(folder, { recursive: true }));
  const file = join(folder, 'bench.json');
  const scanners = [{ name: 'left hand', at: scanner.at }];
  writeFileSync(
    file,
    JSON.stringify({ bench: 'B1', scanners, scale: { at: scale.at, protocol: 'mt-sics' } }),
  );
  return { file, scanner };
}

it('doctor says what each device answers, the weight on the pan too', async () => {
  const { file } = await writeBench();
  const { stdout, stderr } = await runPackbench('doctor', '--bench', file);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^ok +scanner-1 \(left hand\): tcp:.*, ready$/m);
  expect(stdout).toMatch(/^ok +scale: tcp:.*, ready, \w+ \d+\.\d g$/m);
});

it('doctor that watches says at once what is switched off and on, until it is stopped', async () => {
  const { file, scanner } = await writeBench();
  const child = spawnPackbench(['doctor', '--watch', '--json', '--bench', file]);
  cleanUps.push(() => child.kill('SIGKILL'));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const lines: string[] = [];
  if (child.stdout !== null) createInterface(child.stdout).on('line', (line) => lines.push(line));
  await eventually(() => expect(lines.at(-1)).toContain('"what":"shop"'));
  const changes = () =>
    lines.filter((line) => line.includes('"event":"changed"')).map((line) => JSON.parse(line).state);
  await scanner.powerOff();
  await eventually(() => expect(changes()).toContain('wrong'));
  await scanner.powerOn();
  await eventually(() => expect(changes().at(-1)).toBe('ok'));
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});
