import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultHome } from '#cli/project.ts';
import { runPackbench } from './harness/run-packbench.ts';
import { startStationRun } from './harness/station-run.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'packbench-command-'));
  for (const name of ['XDG_CONFIG_HOME', 'HOME', 'APPDATA']) vi.stubEnv(name, folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function writeBench(bench: Readonly<Record<string, unknown>>): string {
  mkdirSync(defaultHome(), { recursive: true });
  const file = join(defaultHome(), 'bench.json');
  writeFileSync(file, JSON.stringify(bench));
  return file;
}

describe('a command without a home folder', () => {
  it('looks at the application’s bench, also before there is one', async () => {
    const before = await runPackbench('doctor', '--json');
    expect(before).toMatchObject({ code: 0, stderr: '' });
    expect(before.stdout).toContain('does not exist yet');
    const file = writeBench({ bench: 'B1', labelPrinter: { at: 'file:/', language: 'zpl' } });
    expect(await runPackbench('doctor')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`${file}: invalid`),
    });
  });

  it('reads and backs up the application’s database', async () => {
    const run = startStationRun(defaultHome(), writeBench({ bench: 'B1' }));
    await run.until('ready');
    expect(await runPackbench('backup')).toMatchObject({ code: 0, stderr: '' });
    expect(await runPackbench('events', '--posting', '1-1')).toMatchObject({ code: 0, stdout: '' });
    const out = join(folder, 'day.csv');
    const manifest = ['manifest', '--date', '2026-11-23', '--format', 'csv', '--out', out];
    expect(await runPackbench(...manifest)).toMatchObject({ code: 0, stderr: '' });
    await run.kill('SIGTERM');
  });
});

it('a station whose home nobody can make says so and ends', async () => {
  const bench = writeBench({ bench: 'B1' });
  const { code, stdout, stderr } = await runPackbench(
    'station',
    '--home',
    '/proc/packbench',
    '--bench',
    bench,
  );
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('/proc/packbench');
});

it('doctor says what a bench lacks, and what to do until it is there', async () => {
  writeBench({ bench: 'B1' });
  const { stdout } = await runPackbench('doctor');
  expect(stdout).toMatch(/scale: none in the bench file\n.*-> .*lead/);
  expect(stdout).toMatch(/label-printer: none in the bench file\n.*-> .*printer/);
  expect(stdout).toMatch(/people: none in the bench file\n.*-> .*nobody-signed-in/);
  expect(stdout).toMatch(/lead: none in the bench file\n.*-> .*"lead"/);
  expect(stdout).toMatch(/cartons: none in the bench file\n.*-> .*too heavy/);
});

it('a station says behind its first line what its bench file lacks', async () => {
  const run = startStationRun(defaultHome(), writeBench({ bench: 'B1', packer: 'P1' }));
  const told = () => run.lines.map(({ text }) => JSON.parse(text)).filter(({ event }) => event === 'setup');
  await run.untilHolds('what it lacks', () => told().length === 4);
  expect(told().map(({ problem }) => problem)).toEqual([
    'no-scale',
    'no-label-printer',
    'no-lead',
    'no-cartons',
  ]);
  for (const { cure } of told()) expect(cure).not.toContain('see docs');
  await run.kill('SIGTERM');
});

it.each([
  ['a port that cannot be', ['sandbox', '--port', '70000'], 'port'],
  ['a port that is none', ['sandbox', '--port', 'http'], 'number'],
  ['an empty port', ['sandbox', '--port', ''], 'number'],
  ['a home that is not there', ['recover', '--how', 'accept', '--home', '/nowhere'], '/nowhere'],
  ['a posting without a number', ['events', '--posting', ''], 'characters'],
  ['a file that cannot be written', ['control-sheet', '--out', '/nowhere/sheet.pdf'], '/nowhere'],
])('answers %s with one sentence', async (_, args, words) => {
  const { code, stderr, stdout } = await runPackbench(...args);
  expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({
    code: 1,
    stdout: '',
    lines: 1,
  });
  expect(stderr).toContain(words);
});

it('answers a port that is taken with one sentence', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' ? address?.port : 0;
  expect(await runPackbench('sandbox', '--port', String(port))).toMatchObject({
    code: 1,
    stderr: `port ${port} is taken by another program\n`,
  });
  other.close();
});
