import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PostingNumber, Sku } from '#domain/ids.ts';
import type { Posting } from '#domain/posting/posting.ts';
import type { SellerAccount } from '../seller-account.ts';
import { damaged, noNumbers } from './damaged-answer.ts';
import { METHOD } from './methods.ts';
import { fromStart, SMALL_PDF, wirePosting } from './sample-answers.ts';
import { accountAt, json, raw, type ScriptedShop, startScriptedShop } from './scripted-shop.ts';

const NUMBER = PostingNumber.parse('70000001-0003-1');
const SKU = Sku.parse('1500000001');

let shop: ScriptedShop;
let account: SellerAccount;
beforeAll(async () => {
  shop = await startScriptedShop();
  account = accountAt(shop);
});
afterAll(() => shop.close());

/** A posting may lose what the shop left out, but never shows another number, product or quantity. */
function expectUnfalsified(posting: Posting): void {
  expect(posting.number).toBe(NUMBER);
  expect(posting.lines.map(({ sku, quantity }) => [sku, quantity])).toEqual([
    ['1500000001', 2],
    ['1500000002', 1],
  ]);
  expect(['%101%10293145035', 'nonsense']).toEqual(expect.arrayContaining([...posting.labelBarcodes]));
  if (posting.status === 'unknown') expect(posting.shopStatus).toBe('nonsense');
  else expect(posting.status).toBe('to-pack');
}

describe('an answer that was damaged', () => {
  it('never becomes a wrong posting in a list', async () => {
    const answer = { postings: [wirePosting()], has_next: false, cursor: '', count: 1 };
    await fc.assert(
      fc.asyncProperty(damaged(answer), async (body) => {
        shop.answer(METHOD.unfulfilled, raw(200, body));
        const page = await account.listUnfulfilled(fromStart);
        if (!page.ok) return;
        for (const posting of page.value.postings) {
          if (posting.number === 'nonsense') continue;
          expectUnfalsified(posting);
        }
      }),
      { numRuns: 250 },
    );
  });

  it('never becomes a wrong posting by its number', async () => {
    await fc.assert(
      fc.asyncProperty(damaged({ result: wirePosting() }), async (body) => {
        shop.answer(METHOD.posting, raw(200, body));
        const posting = await account.getPosting(NUMBER);
        if (posting.ok) expectUnfalsified(posting.value);
      }),
      { numRuns: 250 },
    );
  });

  it('never counts as shipped unless the shop says so', async () => {
    await fc.assert(
      fc.asyncProperty(damaged({ result: wirePosting() }), async (body) => {
        shop.answer(METHOD.posting, raw(200, body));
        const state = await account.getShipState(NUMBER);
        if (state.ok) expect(['not-shipped', 'other']).toContain(state.value.state);
      }),
      { numRuns: 200 },
    );
    await fc.assert(
      fc.asyncProperty(damaged({ result: [NUMBER], additional_data: [] }), async (body) => {
        shop.answer(METHOD.ship, raw(200, body));
        const answer = await account.ship(NUMBER, [[{ sku: SKU, quantity: 2 }]]);
        if (!answer.ok) expect(['unknown', 'refused']).toContain(answer.error.code);
      }),
      { numRuns: 200 },
    );
  });

  it('never throws and never invents a product, a verdict on a code, a label or a handover', async () => {
    const products = {
      items: [
        {
          id: 9,
          sku: 1500000001,
          offer_id: 'MUG',
          name: 'Mug',
          barcodes: ['4600000000017'],
          primary_image: ['https://ir.ozone.ru/a.jpg'],
          images: [],
          sources: [{ sku: 1500000001 }],
        },
      ],
    };
    const sizes = {
      result: [
        {
          id: 9,
          sku: '1500000001',
          depth: 15,
          width: 10,
          height: 10,
          dimension_unit: 'cm',
          weight: 350,
          weight_unit: 'g',
          barcodes: [],
        },
      ],
      last_id: '',
      total: '1',
    };
    const exemplars = {
      posting_number: NUMBER,
      multi_box_qty: 1,
      products: [
        {
          product_id: 1500000001,
          quantity: 1,
          exemplars: [{ exemplar_id: 1019000000000001, marks: [], gtd: '', rnpt: '' }],
        },
      ],
    };
    const marks = {
      status: 'ship_not_available',
      products: [
        {
          product_id: 1500000001,
          exemplars: [
            {
              exemplar_id: 1,
              marks: [
                { mark: '0104', mark_type: 'mandatory_mark', check_status: 'failed', error_codes: ['BAD'] },
              ],
            },
          ],
        },
      ],
    };
    const label = {
      file_url: `${shop.url}/label.pdf`,
      status: { code: 'completed', postings_count: 1, printed_postings_count: 1, unprinted_postings: [] },
      error: { code: '', message: '' },
    };
    const bodies = fc.record({
      products: damaged(products),
      // Another number in place of an edge is a size like any other: nobody can tell it from the right one.
      sizes: damaged(sizes, noNumbers),
      exemplars: damaged(exemplars),
      marks: damaged(marks),
      tasks: damaged({ tasks: [{ task_id: 1, task_type: 'big_label' }] }),
      label: damaged(label),
      carriage: damaged({ carriage_id: 900000000001000, status: 'sended' }),
      act: damaged({ result: [{ posting_number: NUMBER }] }),
      roles: damaged({
        expires_at: '2026-12-31T00:00:00Z',
        roles: [{ name: 'Posting FBS', methods: ['/v1/posting'] }],
      }),
    });
    shop.answer(METHOD.exemplarSet, raw(200, ''));
    shop.answer('/label.pdf', raw(200, SMALL_PDF));
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        shop.answer(METHOD.products, raw(200, body.products));
        shop.answer(METHOD.sizes, raw(200, body.sizes));
        shop.answer(METHOD.exemplars, raw(200, body.exemplars));
        shop.answer(METHOD.exemplarStatus, raw(200, body.marks));
        shop.answer(METHOD.labelCreate, raw(200, body.tasks));
        shop.answer(METHOD.labelGet, raw(200, body.label));
        shop.answer(METHOD.carriage, raw(200, body.carriage));
        shop.answer(METHOD.actPostings, raw(200, body.act));
        shop.answer(METHOD.roles, raw(200, body.roles));
        const found = await account.getProducts([SKU]);
        if (found.ok) {
          for (const product of found.value.products) {
            expect(product.sku).toBe(SKU);
            expect(product.sizeMm ?? [150, 100, 100]).toEqual([150, 100, 100]);
            expect(product.weightG ?? 350).toBe(350);
          }
        }
        await account.setMarkings(NUMBER, [{ sku: SKU, markingCode: '0104' }]);
        await account.getMarkingState(NUMBER);
        const printed = await account.getLabel(NUMBER, 'big');
        if (printed.ok && printed.value.state === 'ready') {
          expect(Buffer.from(printed.value.pdf).toString()).toBe(SMALL_PDF);
        }
        const handover = await account.getHandover('900000000001000');
        if (handover.ok) expect(handover.value.id).toBe('900000000001000');
        await account.checkCredentials();
      }),
      { numRuns: 100 },
    );
  });

  it('is a value and no exception whatever bytes arrive with whatever status', async () => {
    const statuses = fc.constantFrom(200, 201, 204, 301, 400, 401, 403, 404, 409, 418, 429, 500, 503);
    await fc.assert(
      fc.asyncProperty(statuses, fc.uint8Array({ maxLength: 200 }), async (code, bytes) => {
        const fresh = accountAt(shop);
        for (const method of Object.values(METHOD)) shop.answer(method, raw(code, bytes));
        await fresh.listUnfulfilled(fromStart);
        await fresh.approveHandover('1');
        await fresh.createHandover('1', '2026-11-23');
        await fresh.getHandoverDocument('1');
        const posting = await fresh.getPosting(NUMBER);
        expect(posting.ok).toBe(false);
      }),
      { numRuns: 60 },
    );
    shop.answer(METHOD.posting, json({ result: wirePosting() }));
  });
});
