import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readLog } from './harness/bench-log.ts';
import { addOrder, type Order } from './harness/orders.ts';
import { createPacker } from './harness/packer.ts';
import { type RenamingProxy, startRenamingProxy } from './harness/renaming-proxy.ts';
import { runPackbench } from './harness/run-packbench.ts';
import { type BenchUnderTest, startBench } from './harness/start-bench.ts';

const run = promisify(execFile);
const table = z.array(z.array(z.string()));

/** Names as the worst catalogue has them, and what may be left of each in a file. */
const hostile: readonly (readonly [name: string, kept: string])[] = [
  ['=HYPERLINK("http://evil.example","press")', '=HYPERLINK("http://evil.example","press")'],
  ["@SUM(1+1)*cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0"],
  ['Cup "large", white;\r\nsecond line\ttab', 'Cup "large", white; second line tab'],
  ['photo\u202egnp.exe\u202c \u200bhidden', 'photognp.exe hidden'],
  ['nul\u0000l and \u001bescape, 中文 и кириллица', 'null and escape, 中文 и кириллица'],
];

describe('the manifest of a day', () => {
  let bench: BenchUnderTest;
  let proxy: RenamingProxy;
  let folder: string;
  let orders: readonly Order[];
  const renamed = new Map<string, string>();
  const today = new Date().toLocaleDateString('sv');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'packbench-manifest-'));
    const rename = (name: string) => renamed.get(name) ?? name;
    bench = await startBench({
      shopThrough: async (url) => {
        proxy = await startRenamingProxy(url, rename);
        return proxy.url;
      },
      beforeStart: async (shop) => {
        const mugs = (await shop.products()).filter(({ kind }) => kind === 'mug').slice(0, hostile.length);
        mugs.forEach((mug, index) => {
          const [name] = hostile[index] ?? [''];
          renamed.set(mug.name, name);
        });
        const lines = mugs.map(({ sku }) => ({ sku, quantity: 1 }));
        orders = [
          await addOrder(shop, { lines: lines.slice(0, 3) }),
          await addOrder(shop, { lines: lines.slice(3) }),
          await addOrder(shop, { shape: 'large' }),
        ];
      },
    });
    const packer = createPacker(bench);
    for (const order of orders) await packer.pack(order);
  }, 120_000);

  afterAll(async () => {
    await bench.close();
    await proxy.close();
    await rm(folder, { recursive: true });
  });

  /** Writes the manifest beside the running station. */
  async function manifest(format: 'xlsx' | 'csv' | 'pdf'): Promise<string> {
    const out = join(folder, `day.${format}`);
    const args = ['--date', today, '--format', format, '--out', out, '--home', bench.home];
    expect(await runPackbench('manifest', ...args)).toMatchObject({ code: 0, stderr: '' });
    return out;
  }

  /** Posting, package, carton, weight and units, as the log says they were packed. */
  function packed(): readonly (readonly string[])[] {
    const event = z.object({ package: z.int(), carton: z.string(), weightG: z.number() });
    return readLog(bench.home, (log) =>
      orders.flatMap(({ posting, units }) => {
        const parcels = log.eventsOf(posting, 'package-packed').map((data) => event.parse(data));
        return parcels.map(({ package: n, carton, weightG }) => [
          n === 1 ? posting : `${posting.slice(0, -1)}${n}`,
          String(n),
          carton,
          String(weightG),
          String(units.length / parcels.length),
        ]);
      }),
    );
  }

  const columns = ['Posting', 'Package', 'Carton', 'Weight, g', 'Units'];

  function columnsOf(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
    const [header = [], ...lines] = rows;
    const at = columns.map((column) => header.indexOf(column));
    expect(at, `${columns} in ${header}`).not.toContain(-1);
    return lines.map((line) => at.map((index) => line[index] ?? ''));
  }

  it('as a workbook opens in LibreOffice with the right rows', async () => {
    const file = await manifest('xlsx');
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1';
    const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
    await run('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, file]);
    const rows = table.parse(parse(await readFile(join(folder, 'day-Packages.csv'))));
    const from = rows.findIndex((row) => row.includes('Posting'));
    const parcels = columnsOf(rows.slice(from)).filter(([posting]) => /^\d+-\d+-\d+$/.test(posting ?? ''));
    expect(parcels).toEqual(packed());
    const contents = await readFile(join(folder, 'day-Contents.csv'), 'utf8');
    const cells = table
      .parse(parse(contents))
      .flat()
      .map((cell) => cell.replaceAll(/\s+/g, ' '));
    for (const [, kept] of hostile) expect(cells).toContain(kept);
  }, 120_000);

  it('as CSV has one line per package whatever the goods are called', async () => {
    const text = await readFile(await manifest('csv'), 'utf8');
    for (const mark of ['\u0000', '\u001b', '\u200b', '\u202e']) expect(text).not.toContain(mark);
    const rows = table.parse(parse(text, { bom: true }));
    expect(columnsOf(rows)).toEqual(packed());
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@＝＋－＠]/);
    for (const [, kept] of hostile) expect(rows.flat().some((cell) => cell.includes(kept))).toBe(true);
  });

  it('as PDF names every package', async () => {
    const file = await manifest('pdf');
    const { stdout } = await run('pdftotext', ['-layout', file, '-']);
    for (const [posting = ''] of packed()) expect(stdout).toContain(posting);
  });

  it('of a day without packages is a file without rows, and a day that is none is refused', async () => {
    const out = join(folder, 'empty.csv');
    const home = ['--home', bench.home];
    const empty = await runPackbench(
      'manifest',
      '--date',
      '2020-01-01',
      '--format',
      'csv',
      '--out',
      out,
      ...home,
    );
    expect(empty.code).toBe(0);
    expect(table.parse(parse(await readFile(out, 'utf8'), { bom: true }))).toHaveLength(1);
    const wrong = await runPackbench('manifest', '--date', 'today', '--format', 'csv', '--out', out, ...home);
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).not.toBe('');
  });
});
