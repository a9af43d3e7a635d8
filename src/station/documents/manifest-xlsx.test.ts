import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { documentTexts } from './document-texts.ts';
import { manifestXlsx } from './manifest-xlsx.ts';
import { heading, manifestRow } from './testing/manifest-rows.ts';

const run = promisify(execFile);
const hasOffice = await run('soffice', ['--version']).then(
  () => true,
  () => false,
);
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packbench-xlsx-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Every sheet of a workbook as LibreOffice shows it: formulas would come out as their results. */
async function openInLibreOffice(xlsx: Uint8Array): Promise<Record<string, string[][]>> {
  await writeFile(join(folder, 'book.xlsx'), xlsx);
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1';
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  await run('soffice', [
    profile,
    '--headless',
    '--convert-to',
    filter,
    '--outdir',
    folder,
    join(folder, 'book.xlsx'),
  ]);
  const sheets: Record<string, string[][]> = {};
  for (const sheet of ['Packages', 'Contents']) {
    const csv = await readFile(join(folder, `book-${sheet}.csv`));
    sheets[sheet] = z.array(z.array(z.string())).parse(parse(csv));
  }
  return sheets;
}

describe('the manifest as a workbook', () => {
  it.skipIf(!hasOffice)(
    'opens in LibreOffice with the right rows, totals and nothing but text in its names',
    async () => {
      const rows = [
        manifestRow(),
        manifestRow({
          posting: '12345679-0002-1',
          weightG: null,
          cutoffAt: null,
          units: 1,
          packer: '=1+1 _x0041_',
          deliveryMethod: 'A & B <c> "d"\u0000\u202e',
          lines: [{ sku: '007', offerId: '@x', name: '=HYPERLINK("http://evil")', quantity: 1 }],
          trackingBarcodes: ['0023024930500000'],
        }),
      ];
      const { Packages, Contents } = await openInLibreOffice(
        await manifestXlsx(rows, heading, documentTexts('en')),
      );
      expect(Packages?.map((row) => row[0])).toEqual([
        'Posting',
        '12345678-0001-1',
        '12345679-0002-1',
        'Total',
      ]);
      expect(Packages?.[1]).toEqual([
        '12345678-0001-1',
        '1',
        'closed',
        'S',
        '1250',
        '3',
        '2 × Кружка «Север» 350 мл (CUP-1); 1 × 不锈钢保温杯 (160249684)',
        'P1',
        '2026-11-23 14:05',
        '2026-11-23 20:00',
        'Доставка Ozon самостоятельно, Москва',
        '%101%806044518 23024930500000',
        'Север',
      ]);
      expect(Packages?.[2]?.slice(4)).toEqual([
        '',
        '1',
        '1 × =HYPERLINK("http://evil") (@x)',
        '=1+1 _x0041_',
        '2026-11-23 14:05',
        '',
        'A & B <c> "d"',
        '0023024930500000',
        'Север',
      ]);
      expect(Packages?.[3]?.slice(0, 6)).toEqual(['Total', '2', '', '', '1250', '4']);
      expect(Contents).toEqual([
        ['Posting', 'Package', 'SKU', 'Article', 'Product', 'Quantity'],
        ['12345678-0001-1', '1', '160249683', 'CUP-1', 'Кружка «Север» 350 мл', '2'],
        ['12345678-0001-1', '1', '160249684', '', '不锈钢保温杯', '1'],
        ['12345679-0002-1', '1', '007', '@x', '=HYPERLINK("http://evil")', '1'],
      ]);
    },
    60_000,
  );

  it('is made in every language, also for a day without packages', async () => {
    for (const language of ['en', 'ru', 'zh-CN'] as const) {
      const xlsx = await manifestXlsx([], heading, documentTexts(language));
      expect([...xlsx.slice(0, 2)]).toEqual([0x50, 0x4b]);
    }
  });
});
