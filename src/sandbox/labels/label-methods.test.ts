import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { type OpenSandbox, openSandbox } from '../testing/open-sandbox.ts';

const MUG = 1_500_000_001;
const tasksSchema = z.object({ tasks: z.array(z.object({ task_id: z.number(), task_type: z.string() })) });
const fileSchema = z.object({ file_url: z.string(), status: z.looseObject({ code: z.string() }) });

let shop: OpenSandbox;
beforeAll(async () => {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
  shop = await openSandbox();
});
afterAll(() => shop.close());

const create = (...posting_numbers: string[]) =>
  shop.call('/v3/posting/fbs/package-label/create', { posting_numbers });
const file = async (taskId: number) =>
  fileSchema.parse((await shop.call('/v2/posting/fbs/package-label/get', { task_id: taskId })).json);
const shipped = async () => {
  const number = await shop.add({ lines: [{ sku: MUG, quantity: 1 }] });
  await shop.call('/v4/posting/fbs/ship', {
    posting_number: number,
    packages: [{ products: [{ product_id: MUG, quantity: 1 }] }],
  });
  shop.pass(300);
  return number;
};
const taskOf = async (type: string, ...numbers: string[]) => {
  const { tasks } = tasksSchema.parse((await create(...numbers)).json);
  return tasks.find(({ task_type }) => task_type === type)?.task_id ?? 0;
};

/** Renders the pages at `dpi` in grey and reads their barcodes. */
async function scannedPages(pdf: Uint8Array, dpi: number) {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const pages = [];
  for (const page of document.pages()) {
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const width = Math.round((originalWidth / 72) * dpi);
    const height = Math.round((originalHeight / 72) * dpi);
    const { data } = await page.render({ width, height, render: 'bitmap', colorSpace: 'Gray' });
    const picture = Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data]);
    const codes = await readBarcodes(new Uint8Array(picture), {
      formats: ['Code128'],
      maxNumberOfSymbols: 9,
    });
    const sizeMm = [originalWidth, originalHeight].map((points) => Math.round((points / 72) * 25.4));
    pages.push({ sizeMm, codes: new Set(codes.map(({ text }) => text)) });
  }
  document.destroy();
  library.destroy();
  return pages;
}

describe('labels', () => {
  it('come from a task that takes a moment, as a PDF without a key', async () => {
    const number = await shipped();
    shop.pass(500);
    const task = await taskOf('big_label', number);
    expect(await file(task)).toMatchObject({ file_url: '', status: { code: 'pending', postings_count: 1 } });
    shop.pass(100);
    expect(await file(task)).toMatchObject({ status: { code: 'in_progress' } });
    shop.pass(100);
    const { file_url } = await file(task);
    const answer = await fetch(file_url);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect((await answer.text()).slice(0, 5)).toBe('%PDF-');
    expect((await fetch(`${file_url.slice(0, -8)}xxxx.pdf`)).status).toBe(404);
    expect(await shop.posting(number)).toMatchObject({ labelCreations: 1 });
  });

  it.each([
    ['big_label', 203, [75, 120]],
    ['big_label', 300, [75, 120]],
    ['small_label', 203, [58, 40]],
    ['small_label', 300, [58, 40]],
  ] as const)('of kind %s can be read by a scanner at %d dpi', async (type, dpi, sizeMm) => {
    const number = await shipped();
    shop.pass(500);
    const task = await taskOf(type, number);
    shop.pass(200);
    const pdf = await fetch((await file(task)).file_url);
    const [page, ...more] = await scannedPages(new Uint8Array(await pdf.arrayBuffer()), dpi);
    const { upperBarcode, lowerBarcode, scanit } = await shop.posting(number);
    expect(more).toEqual([]);
    expect(page?.sizeMm).toEqual(sizeMm);
    expect(page?.codes).toEqual(new Set([upperBarcode, lowerBarcode, scanit]));
  });

  it('are not ready shortly after shipping', async () => {
    const fresh = await shipped();
    expect((await create(fresh)).json).toMatchObject({ code: 3, message: "The next postings aren't ready" });
    shop.pass(500);
    expect((await create(fresh)).status).toBe(200);
  });

  it('of several postings may come for a part of them only', async () => {
    const ready = await shipped();
    shop.pass(500);
    const late = await shipped();
    const task = await taskOf('big_label', late, ready);
    shop.pass(200);
    expect(await file(task)).toMatchObject({
      status: {
        code: 'completed',
        postings_count: 2,
        printed_postings_count: 1,
        unprinted_postings: [{ posting_number: late, message: "The next postings aren't ready" }],
      },
    });
  });

  it('are refused for postings that are not packed or not ours', async () => {
    expect((await create(await shop.add({ shape: 'single' }))).json).toMatchObject({
      message: 'NO_POSTINGS_FOR_BATCH_DOWNLOAD',
    });
    expect((await create('99999999-0001-1')).json).toMatchObject({
      message: 'POSTING_NUMBERS_IS_INCORRECT_FOR_COMPANY',
    });
    expect((await create()).status).toBe(400);
  });
});
