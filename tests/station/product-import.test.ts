import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ImportView } from '#contract/product-import-procedures.ts';
import { readTable, writeSheets } from '#station/product-import/sheet-job.ts';
import { eventually } from './harness/eventually.ts';
import { mistakeKinds, plantedSheet } from './harness/product-sheet.ts';
import { type StationHere, startStationHere } from './harness/station-in-process.ts';

let here: StationHere;
beforeEach(async () => {
  here = await startStationHere();
});
afterEach(() => here.close());

const Cards = z.object({
  cards: z.array(z.object({ offer: z.string(), moderation: z.string(), writes: z.int() })),
  tasks: z.int(),
});
const cards = async () => Cards.parse(await (await fetch(`${here.shopUrl}/admin/cards`)).json());
const steer = async (path: string, body: object) => {
  const answer = await fetch(`${here.shopUrl}/admin/cards/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
};

async function lampTemplate() {
  const { types } = await here.call('import.types', { search: 'home desk LAMP', isAnew: false });
  const [type] = types;
  if (type === undefined) throw new Error('the shop sells lamps');
  const { categoryId, typeId } = type;
  const { file } = await here.call('import.template', { categoryId, typeId, format: 'xlsx' });
  const table = await readTable(await readFile(file));
  return { type: { categoryId, typeId }, titles: table.ok ? (table.value[0] ?? []) : [] };
}

async function give(
  type: { readonly categoryId: string; readonly typeId: string },
  rows: readonly (readonly string[])[],
  format: 'xlsx' | 'csv' = 'xlsx',
) {
  const bytes = await writeSheets(format, [{ name: 'Products', rows }]);
  const data = Buffer.from(bytes).toString('base64');
  const answer = await here.call('import.check', { ...type, fileName: `lamps.${format}`, data });
  if (!answer.isSheet) throw new Error(JSON.stringify(answer));
  return answer.id;
}

async function troubles(id: string) {
  const lines: { row: number; code: string; column: string }[] = [];
  for (let offset = 0; ; offset += 200) {
    const page = await here.call('import.lines', { id, which: 'trouble', limit: 200, offset });
    for (const { row, findings } of page.lines)
      for (const { code, column } of findings) lines.push({ row, code, column });
    if (offset + 200 >= page.total) return lines;
  }
}

const read = (id: string) => here.call('import.read', { id });
const untilDone = (id: string, holds: (file: ImportView) => boolean = ({ state }) => state === 'done') =>
  eventually('the import', async () => {
    const file = await read(id);
    return holds(file) ? file : null;
  });

describe('500 products of a spreadsheet with 60 mistakes', () => {
  it.each([
    ['xlsx', 1],
    ['csv', 2],
  ] as const)(
    'as %s: exactly the wrong lines are named, and the rest arrive once each, whichever answer is lost',
    async (format, seed) => {
      const { type, titles } = await lampTemplate();
      const { rows, planted, good } = plantedSheet(titles, { seed, lines: 500, mistakes: 60 });
      expect(new Set(planted.map(({ code, column }) => `${code} ${column}`)).size).toBe(mistakeKinds);
      expect(mistakeKinds).toBeGreaterThanOrEqual(12);
      const id = await give(type, rows, format);
      expect(await troubles(id)).toEqual(planted);
      expect((await read(id)).counts).toMatchObject({ faulty: 60, ready: 440 });
      // Nothing was sent yet.
      expect((await cards()).tasks).toBe(0);

      await here.shop.play({ kind: 'lostAnswer', method: '/v3/product/import', skip: 1 });
      expect(await here.call('import.send', { id })).toEqual({ isStarted: true });
      const done = await untilDone(id);
      expect(done.counts).toMatchObject({ faulty: 60, approved: 440, unknown: 0, refused: 0 });
      const made = await cards();
      expect(made.cards.map(({ offer }) => offer).sort()).toEqual([...good].sort());
      expect(made.cards.every(({ writes }) => writes === 1)).toBe(true);
      expect(made.tasks).toBe(5);
    },
  );
});

describe('an import', () => {
  it('goes on after the station was started anew, and sends nothing twice', async () => {
    const { type, titles } = await lampTemplate();
    const { rows, good } = plantedSheet(titles, { seed: 3, lines: 350, mistakes: 0 });
    const id = await give(type, rows);
    await here.call('import.send', { id });
    await untilDone(id, ({ counts }) => counts.ready < 350);
    await here.restart();
    const done = await untilDone(id);
    expect(done.counts.approved).toBe(350);
    const made = await cards();
    expect(made.cards).toHaveLength(good.length);
    expect(made.cards.every(({ writes }) => writes === 1)).toBe(true);
  });

  it('tells of each line what the shop says of it, and gives the wrong ones back as a file to be mended', async () => {
    const { type, titles } = await lampTemplate();
    const { rows } = plantedSheet(titles, { seed: 4, lines: 5, mistakes: 1 });
    await steer('plan', {
      offer: 'LAMP-0000',
      fails: { code: 'X', message: 'Цена слишком мала', field: 'price' },
    });
    const id = await give(type, rows);
    const second =
      rows.map((row) => row[0]).find((article, n) => n > 1 && article?.startsWith('LAMP-')) ?? '';
    await steer('plan', { offer: second, declines: 'Запрещённый товар' });
    await here.call('import.send', { id });
    expect((await untilDone(id)).counts).toMatchObject({ faulty: 1, refused: 1, declined: 1, approved: 2 });
    const { lines } = await here.call('import.lines', { id, which: 'trouble', limit: 50, offset: 0 });
    expect(lines.flatMap(({ complaints }) => complaints)).toEqual(
      expect.arrayContaining([
        { column: 'Price', words: 'Цена слишком мала', isError: true },
        { column: 'Product name', words: 'Запрещённый товар', isError: true },
      ]),
    );
    const { file, lines: count } = await here.call('import.faults', { id, format: 'xlsx' });
    expect(count).toBe(3);
    const table = await readTable(await readFile(file));
    expect(table.ok ? table.value.map((row) => row[0]).join('\n') : '').toContain('Price: Цена слишком мала');
    // What is given again is read again; the article that was declined is a card now.
    const again = await give(type, table.ok ? table.value : []);
    expect(await read(again)).toMatchObject({ total: 3, ignored: ['What is wrong'] });
    expect(await troubles(again)).toContainEqual({
      row: expect.any(Number),
      code: 'article-exists',
      column: 'Article',
    });
  });

  it('is not begun where fewer products may be made, and waits where a limit is used up on the way', async () => {
    const { type, titles } = await lampTemplate();
    const { rows } = plantedSheet(titles, { seed: 5, lines: 150, mistakes: 0 });
    const id = await give(type, rows);
    await steer('quota', { dailyLimit: 149 });
    expect(await here.call('import.send', { id })).toMatchObject({
      isStarted: false,
      wanted: 150,
      quota: { leftToday: 149 },
    });
    await steer('quota', { dailyLimit: 1000, perMinute: 120 });
    expect(await here.call('import.send', { id })).toEqual({ isStarted: true });
    const waiting = await untilDone(id, ({ waitUntil }) => waitUntil !== null);
    expect(waiting.waitUntil).toBeGreaterThan(Date.now() + 30_000);
    expect(waiting.counts.ready).toBe(50);
    await here.call('import.stop', { id });
    expect((await untilDone(id)).counts).toMatchObject({ approved: 100, left: 50 });
  });

  it('finds the line for which the shop refuses a whole request', async () => {
    const { type, titles } = await lampTemplate();
    const { rows } = plantedSheet(titles, { seed: 6, lines: 12, mistakes: 0 });
    const id = await give(type, rows);
    await here.shop.play({
      ...{ kind: 'refusal', method: '/v3/product/import', containing: '"LAMP-0007"', count: null },
      ...{ http: 400, message: 'Request validation error: invalid items' },
    });
    await here.call('import.send', { id });
    expect((await untilDone(id)).counts).toMatchObject({ refused: 1, approved: 11 });
  });

  it('takes no file that is no sheet of that category', async () => {
    const { type } = await lampTemplate();
    const data = Buffer.from('Article;Price\nA;1').toString('base64');
    expect(await here.call('import.check', { ...type, fileName: 'x.csv', data })).toMatchObject({
      ...{ isSheet: false, code: 'columns-missing' },
      facts: { columns: expect.stringContaining('Power, W') },
    });
  });
});
