import { afterEach, beforeEach, expect, it } from 'vitest';
import { PostingNumber, Sku } from '#domain/ids.ts';
import { METHOD } from './methods.ts';
import { accountAt, json, raw, type ScriptedShop, startScriptedShop, status } from './scripted-shop.ts';

const NUMBER = PostingNumber.parse('70000001-0003-1');
const SKU = Sku.parse('1500000001');
const [OLD, NEW] = ['5old', '5new'].map((serial) => `010460000000001721${serial}\u001d91EE10\u001d92xxxx`);
const units = [{ sku: SKU, markingCode: NEW ?? '' }];
const lost = status(500, { code: 13, message: 'Internal error' });

const posting = (actions: readonly string[] | null = ['update_cis']) =>
  json({
    result: {
      ...{ posting_number: NUMBER, status: 'awaiting_deliver', available_actions: actions },
      products: [{ sku: 1500000001, quantity: 1 }],
    },
  });
const holds = (mark = '') =>
  json({
    posting_number: NUMBER,
    products: [
      { product_id: SKU, exemplars: [{ exemplar_id: 7, marks: [{ mark, mark_type: 'mandatory_mark' }] }] },
    ],
  });
const check = (word: string, check_status = 'passed', error_codes: readonly string[] = []) =>
  json({
    status: word,
    products: [
      {
        product_id: SKU,
        exemplars: [{ marks: [{ mark: NEW, mark_type: 'mandatory_mark', check_status, error_codes }] }],
      },
    ],
  });

let shop: ScriptedShop;
beforeEach(async () => {
  shop = await startScriptedShop();
  shop.answer(METHOD.posting, posting());
  shop.answer(METHOD.exemplarSet, raw(200, ''));
  shop.answer(METHOD.exemplarUpdate, raw(200, ''));
});
afterEach(() => shop.close());

const correct = () => accountAt(shop).corrections.correct(NUMBER, units);
const sent = (method: string) => shop.bodies(method).length;

it('the full set is handed over, checked, and taken over once', async () => {
  shop.answer(METHOD.exemplars, holds(OLD));
  shop.answer(
    METHOD.exemplarStatus,
    check('update_not_available'),
    check('validation_in_process', 'processing'),
    check('update_available'),
  );
  expect(await correct()).toEqual({ ok: true, value: { state: 'done' } });
  expect(shop.bodies(METHOD.exemplarSet)).toMatchObject([
    { products: [{ exemplars: [{ exemplar_id: 7, marks: [{ mark: NEW }] }] }] },
  ]);
  expect(shop.bodies(METHOD.exemplarUpdate)).toEqual([{ posting_number: NUMBER }]);
});

it('nothing is sent where the shop does not offer it', async () => {
  shop.answer(METHOD.posting, posting(['cancel']));
  expect(await correct()).toMatchObject({ error: { code: 'refused', shopCode: 'NOT_OFFERED' } });
  expect(sent(METHOD.exemplarSet)).toBe(0);
});

it('what the check turns away is not taken over, and comes back in the shop’s words', async () => {
  shop.answer(METHOD.exemplars, holds(OLD));
  shop.answer(METHOD.exemplarStatus, check('update_not_available', 'failed', ['WITHDRAWN']));
  expect(await correct()).toMatchObject({
    value: { state: 'refused', codes: [{ markingCode: NEW, reasons: ['WITHDRAWN'] }] },
  });
  expect(sent(METHOD.exemplarUpdate)).toBe(0);
});

it('what stands there already is only taken over, and what was taken over is left alone', async () => {
  shop.answer(METHOD.exemplars, holds(NEW));
  shop.answer(METHOD.exemplarStatus, check('update_available'), check('update_not_available'));
  expect(await correct()).toMatchObject({ value: { state: 'done' } });
  expect(await correct()).toMatchObject({ value: { state: 'done' } });
  expect([sent(METHOD.exemplarSet), sent(METHOD.exemplarUpdate)]).toEqual([0, 1]);
});

it.each([
  [
    'has counted where the set stands there and nothing is offered any more',
    'update_not_available',
    { ok: true },
  ],
  ['is unknown where that does not tell', 'update_available', { error: { code: 'unknown' } }],
])('an answer that is lost %s; it is sent once', async (_what, after, outcome) => {
  shop.answer(METHOD.exemplars, holds(OLD), holds(OLD), holds(NEW));
  shop.answer(METHOD.exemplarStatus, check('update_available'), check(after));
  shop.answer(METHOD.exemplarUpdate, lost);
  expect(await correct()).toMatchObject(outcome);
  expect(sent(METHOD.exemplarUpdate)).toBe(1);
});
