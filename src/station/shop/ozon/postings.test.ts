import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { METHOD } from './methods.ts';
import { fromStart, wirePosting } from './sample-answers.ts';
import { accountAt, json, type ScriptedShop, startScriptedShop } from './scripted-shop.ts';

const NUMBER = PostingNumber.parse('70000001-0003-1');

let shop: ScriptedShop;
beforeEach(async () => {
  shop = await startScriptedShop();
});
afterEach(() => shop.close());

describe('one posting', () => {
  it('comes in the bench’s words', async () => {
    shop.answer(METHOD.posting, json({ result: wirePosting() }));
    expect(await accountAt(shop).getPosting(NUMBER)).toEqual({
      ok: true,
      value: {
        number: '70000001-0003-1',
        shop: 'S1',
        status: 'to-pack',
        shopStatus: 'awaiting_packaging',
        cutoffAt: Date.parse('2026-11-24T09:00:00Z'),
        lines: [
          { sku: '1500000001', quantity: 2, requires: ['marking-code'] },
          { sku: '1500000002', quantity: 1, requires: ['country'] },
        ],
        deliveryMethod: { id: '1020000000001000', name: 'Drop-off', warehouse: 'Main' },
        labelBarcodes: ['%101%10293145035'],
        isExpress: false,
        handling: {
          ...{ substatus: 'posting_created', offers: ['cancel', 'cancel-units', 'ship'], company: '' },
          ...{ traits: [], unsaid: ['click-and-collect', 'presortable'] },
        },
      },
    });
    expect(shop.bodies(METHOD.posting)).toEqual([
      { posting_number: NUMBER, with: { barcodes: true, related_postings: true, legal_info: true } },
    ]);
  });

  it.each([
    ['without the wrapper', wirePosting()],
    [
      'with nulls',
      { result: wirePosting({ barcodes: null, available_actions: null, delivery_method: null }) },
    ],
    [
      'with empty lists for objects',
      { result: wirePosting({ barcodes: [], related_postings: [], delivery_method: '' }) },
    ],
    ['with unknown fields', { result: { ...wirePosting(), hologram: { a: [1] } }, trace_id: 'x' }],
  ])('is read %s', async (_, answer) => {
    shop.answer(METHOD.posting, json(answer));
    expect(await accountAt(shop).getPosting(NUMBER)).toMatchObject({
      ok: true,
      value: { number: NUMBER, status: 'to-pack' },
    });
  });

  it('keeps a status that this version does not know', async () => {
    shop.answer(METHOD.posting, json({ result: wirePosting({ status: 'teleporting' }) }));
    expect(await accountAt(shop).getPosting(NUMBER)).toMatchObject({
      value: { status: 'unknown', shopStatus: 'teleporting' },
    });
  });

  it('lists every barcode that its label may carry', async () => {
    const barcodes = { upper_barcode: '%101%1', lower_barcode: 751420599146000 };
    shop.answer(METHOD.posting, json({ result: wirePosting({ barcodes, scanit: 'ii5000112' }) }));
    expect(await accountAt(shop).getPosting(NUMBER)).toMatchObject({
      value: { labelBarcodes: ['%101%1', '751420599146000', 'ii5000112'] },
    });
  });

  it('adds up a product that stands in it twice', async () => {
    const products = [
      { sku: 1500000001, quantity: 2 },
      { sku: '1500000001', quantity: '3' },
    ];
    shop.answer(METHOD.posting, json({ result: wirePosting({ products }) }));
    expect(await accountAt(shop).getPosting(NUMBER)).toMatchObject({
      value: { lines: [{ sku: '1500000001', quantity: 5 }] },
    });
  });
});

describe('the list of unfinished postings', () => {
  it('is walked page by page in one window, then what was cancelled lately', async () => {
    const page = (number: string, over: object) =>
      json({ postings: [wirePosting({ posting_number: number, ...over })], count: 1 });
    shop.answer(
      METHOD.unfulfilled,
      json({ postings: [wirePosting()], has_next: true, cursor: 'c1', count: 1 }),
      json({
        result: { postings: [wirePosting({ posting_number: '2-1-1' })], has_next: false, cursor: 'c2' },
      }),
      page('3-1-1', { status: 'cancelled' }),
    );
    const clock = { at: Date.parse('2026-11-23T23:59:59Z') };
    const account = accountAt(shop, { clock });
    const numbers: string[] = [];
    let cursor: string | null = null;
    do {
      const answer = await account.listUnfulfilled({ ...fromStart, cursor });
      if (!answer.ok) throw new Error(answer.error.detail);
      numbers.push(...answer.value.postings.map((posting) => posting.number));
      cursor = answer.value.nextCursor;
      clock.at += 2000;
    } while (cursor !== null);
    expect(numbers).toEqual([NUMBER, '2-1-1', '3-1-1']);
    const filter = { cutoff_from: '2026-08-25T23:59:59.000Z', cutoff_to: '2027-05-22T23:59:59.000Z' };
    expect(shop.bodies(METHOD.unfulfilled)).toMatchObject([
      { filter, limit: 100, sort_dir: 'ASC', cursor: '', with: { barcodes: true } },
      { filter, cursor: 'c1' },
      {
        filter: {
          ...filter,
          statuses: ['cancelled'],
          last_changed_status_date: { from: '2026-11-21T23:59:59.000Z' },
        },
        cursor: '',
      },
    ]);
  });

  it.each([
    ['an hour ago', '2026-11-22T23:00:00Z', '2026-11-21T00:00:00.000Z'],
    ['before a weekend, with hours to spare', '2026-11-19T18:00:00Z', '2026-11-19T12:00:00.000Z'],
    ['longer ago than any list goes back', '2024-01-01T00:00:00Z', '2026-08-25T00:00:00.000Z'],
  ])('wants the cancellations since the last reading: %s', async (_, lastRead, from) => {
    shop.answer(METHOD.unfulfilled, json({ postings: [], has_next: false }));
    const account = accountAt(shop, { clock: { at: Date.parse('2026-11-23T00:00:00Z') } });
    const changedSince = Date.parse(lastRead);
    const first = await account.listUnfulfilled({ cursor: null, changedSince });
    if (!first.ok) throw new Error(first.error.detail);
    await account.listUnfulfilled({ cursor: first.value.nextCursor, changedSince });
    expect(shop.bodies(METHOD.unfulfilled).at(-1)).toMatchObject({
      filter: { statuses: ['cancelled'], last_changed_status_date: { from } },
    });
  });

  it('sets a broken posting aside, without the buyer’s name, and goes on', async () => {
    const broken = wirePosting({
      posting_number: '9-9-9',
      products: [{ sku: 1 }],
      customer: { name: 'Иван Петров' },
    });
    shop.answer(METHOD.unfulfilled, json({ postings: [broken, 'HTML', wirePosting()], has_next: false }));
    const answer = await accountAt(shop).listUnfulfilled(fromStart);
    expect(answer).toMatchObject({
      ok: true,
      value: { postings: [{ number: NUMBER }], setAside: [{ subject: '9-9-9' }, { subject: '#2' }] },
    });
    expect(JSON.stringify(answer)).not.toContain('Петров');
  });

  it.each([
    ['an empty object', {}],
    ['a next page without a cursor', { postings: [], has_next: true, cursor: '' }],
    ['text for postings', { postings: 'none', has_next: false }],
  ])('is not taken for empty when the shop answers %s', async (_, body) => {
    shop.answer(METHOD.unfulfilled, json(body));
    expect(await accountAt(shop).listUnfulfilled(fromStart)).toMatchObject({
      ok: false,
      error: { code: 'malformed' },
    });
  });

  it('ends when the shop repeats its cursor for ever', async () => {
    shop.answer(METHOD.unfulfilled, json({ postings: [wirePosting()], has_next: true, cursor: 'same' }));
    const account = accountAt(shop);
    let cursor: string | null = null;
    let pages = 0;
    do {
      const answer = await account.listUnfulfilled({ ...fromStart, cursor });
      if (!answer.ok) throw new Error(answer.error.detail);
      cursor = answer.value.nextCursor;
      pages += 1;
    } while (cursor !== null && pages < 10);
    expect(pages).toBe(4);
  });

  it('refuses a cursor that is not its own', async () => {
    expect(await accountAt(shop).listUnfulfilled({ ...fromStart, cursor: 'rubbish' })).toMatchObject({
      ok: false,
      error: { code: 'malformed' },
    });
    expect(shop.seen).toHaveLength(0);
  });
});
