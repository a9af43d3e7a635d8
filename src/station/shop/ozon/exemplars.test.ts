import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PostingNumber, Sku } from '#domain/ids.ts';
import { METHOD } from './methods.ts';
import { accountAt, json, raw, type ScriptedShop, startScriptedShop, status } from './scripted-shop.ts';

const NUMBER = PostingNumber.parse('70000001-0003-1');
const SKU = Sku.parse('1500000001');
const CODE_1 = '010460000000001721aBcD1\u001d91EE10\u001d92xxxx';
const CODE_2 = '010460000000001721aBcD2\u001d91EE10\u001d92yyyy';
const unit = (markingCode: string, sku = SKU) => ({ sku, markingCode });
const exemplar = (id: number, over: object = {}) => ({
  exemplar_id: id,
  marks: [],
  gtd: '',
  is_gtd_absent: false,
  rnpt: '',
  is_rnpt_absent: false,
  weight: 0,
  ...over,
});

let shop: ScriptedShop;
beforeEach(async () => {
  shop = await startScriptedShop();
  shop.answer(METHOD.exemplarSet, raw(200, ''));
});
afterEach(() => shop.close());

function offer(exemplars: readonly object[], others: readonly object[] = []): void {
  shop.answer(
    METHOD.exemplars,
    json({
      posting_number: NUMBER,
      multi_box_qty: 1,
      products: [{ product_id: 1500000001, quantity: exemplars.length, exemplars }, ...others],
    }),
  );
}

describe('handing over marking codes', () => {
  it('sends the whole set, a code per unit, separators as one JSON escape', async () => {
    offer(
      [exemplar(1019000000000001), exemplar(1019000000000002)],
      [
        {
          product_id: '1500000002',
          exemplars: [exemplar(1019000000000003, { gtd: '10714440/110922/0012345' })],
        },
      ],
    );
    expect(
      await accountAt(shop).setMarkings(NUMBER, [unit(`]d2${CODE_1}`), unit(`\u001d${CODE_2}`)]),
    ).toEqual({ ok: true, value: undefined });
    expect(shop.bodies(METHOD.exemplarSet)).toEqual([
      {
        posting_number: NUMBER,
        multi_box_qty: 1,
        products: [
          {
            product_id: 1500000001,
            exemplars: [
              {
                exemplar_id: 1019000000000001,
                is_gtd_absent: true,
                is_rnpt_absent: true,
                marks: [{ mark: CODE_1, mark_type: 'mandatory_mark' }],
              },
              {
                exemplar_id: 1019000000000002,
                is_gtd_absent: true,
                is_rnpt_absent: true,
                marks: [{ mark: CODE_2, mark_type: 'mandatory_mark' }],
              },
            ],
          },
          {
            product_id: 1500000002,
            exemplars: [
              {
                exemplar_id: 1019000000000003,
                gtd: '10714440/110922/0012345',
                is_gtd_absent: false,
                is_rnpt_absent: true,
                marks: [],
              },
            ],
          },
        ],
      },
    ]);
    const sent = shop.seen.find((request) => request.path === METHOD.exemplarSet)?.body ?? '';
    expect(sent).toContain('aBcD1\\u001d91');
    expect(sent).not.toContain('\\\\u001d');
  });

  it('leaves a code with the unit that has it already, and other marks untouched', async () => {
    const imei = { mark: '356938035643809', mark_type: 'imei' };
    offer([
      exemplar(1, { marks: [imei] }),
      exemplar(2, { marks: [{ mark: CODE_1, mark_type: 'mandatory_mark' }] }),
    ]);
    await accountAt(shop).setMarkings(NUMBER, [unit(CODE_1), unit(CODE_2)]);
    expect(shop.bodies(METHOD.exemplarSet)).toMatchObject([
      {
        products: [
          {
            exemplars: [
              { exemplar_id: 1, marks: [{ mark: CODE_2 }, imei] },
              { exemplar_id: 2, marks: [{ mark: CODE_1 }] },
            ],
          },
        ],
      },
    ]);
  });

  it('is refused here when there are more codes than units', async () => {
    offer([exemplar(1)]);
    expect(await accountAt(shop).setMarkings(NUMBER, [unit(CODE_1), unit(CODE_2)])).toMatchObject({
      error: { code: 'refused', shopCode: 'NO_EXEMPLAR' },
    });
    expect(await accountAt(shop).setMarkings(NUMBER, [unit(CODE_1, Sku.parse('5'))])).toMatchObject({
      error: { code: 'refused', shopCode: 'NO_EXEMPLAR' },
    });
    expect(shop.bodies(METHOD.exemplarSet)).toEqual([]);
  });

  it('reads the units again when their ids have changed', async () => {
    offer([exemplar(1)]);
    shop.answer(
      METHOD.exemplarSet,
      status(400, { code: 3, message: '1 does not belong to product 1500000001' }),
      raw(200, ''),
    );
    expect(await accountAt(shop).setMarkings(NUMBER, [unit(CODE_1)])).toMatchObject({ ok: true });
    expect(shop.bodies(METHOD.exemplars)).toHaveLength(2);
  });

  it('is done when the shop has them already', async () => {
    offer([exemplar(1)]);
    shop.answer(METHOD.exemplarSet, status(400, { code: 3, message: 'EXEMPLAR_INFO_ALREADY_DEFINED' }));
    expect(await accountAt(shop).setMarkings(NUMBER, [unit(CODE_1)])).toMatchObject({ ok: true });
  });
});

describe('the verdict on marking codes', () => {
  const mark = (check_status: string, error_codes: string[] | null = []) => ({
    mark: CODE_1,
    mark_type: 'mandatory_mark',
    check_status,
    error_codes,
  });
  const state = (overall: string, ...marks: object[]) => ({
    posting_number: NUMBER,
    status: overall,
    products: [{ product_id: 1, exemplars: [{ exemplar_id: 1, marks }] }],
  });

  it.each([
    ['validation_in_process', state('validation_in_process', mark('processing')), { state: 'checking' }],
    ['ship_available', state('ship_available', mark('passed', null)), { state: 'accepted' }],
    ['wrapped in result', { result: state('ship_available') }, { state: 'accepted' }],
    [
      'a refused code',
      state('ship_not_available', mark('failed', ['WRONG_OWNER'])),
      { state: 'refused', codes: [{ markingCode: CODE_1, reasons: ['WRONG_OWNER'] }] },
    ],
    [
      'one still checked',
      state('ship_not_available', mark('processing'), mark('failed', ['X'])),
      { state: 'checking' },
    ],
    ['nothing to change after packing', state('update_not_available', mark('passed')), { state: 'accepted' }],
    ['an unknown word', state('pondering', mark('passed')), { state: 'checking' }],
  ])('%s', async (_, answer, expected) => {
    shop.answer(METHOD.exemplarStatus, json(answer));
    expect(await accountAt(shop).getMarkingState(NUMBER)).toEqual({ ok: true, value: expected });
  });

  it('is not taken from the time before the codes were handed over', async () => {
    offer([exemplar(1)]);
    shop.answer(METHOD.exemplarStatus, json(state('ship_not_available')));
    const clock = { at: 1_700_000_000_000 };
    const account = accountAt(shop, { clock });
    await account.setMarkings(NUMBER, [unit(CODE_1)]);
    expect(await account.getMarkingState(NUMBER)).toMatchObject({ value: { state: 'checking' } });
    clock.at += 60_000;
    expect(await account.getMarkingState(NUMBER)).toMatchObject({ value: { state: 'refused' } });
  });
});

describe('asking about marking codes', () => {
  it('sends them as they are handed over, and answers those that would be refused as they were scanned', async () => {
    const marks = [
      { mark: CODE_1, mark_type: 'mandatory_mark', valid: true, errors: [] },
      { mark: CODE_2, mark_type: 'mandatory_mark', valid: false, errors: ['UNKNOWN_CODE'] },
    ];
    const exemplars = marks.map((mark) => ({ valid: mark.valid, errors: [], marks: [mark] }));
    shop.answer(
      METHOD.exemplarCheck,
      json({ products: [{ product_id: 1500000001, valid: false, exemplars }] }),
    );
    const units = [unit(`]d2${CODE_1}`), unit(`]d2${CODE_2}`)];
    expect(await accountAt(shop).checkMarkings(NUMBER, units)).toEqual({
      ok: true,
      value: [{ markingCode: `]d2${CODE_2}`, reasons: ['UNKNOWN_CODE'] }],
    });
    expect(shop.bodies(METHOD.exemplarCheck).at(-1)).toEqual({
      posting_number: NUMBER,
      products: [
        {
          product_id: 1500000001,
          exemplars: [CODE_1, CODE_2].map((mark) => ({ marks: [{ mark, mark_type: 'mandatory_mark' }] })),
        },
      ],
    });
  });

  it('takes silence about a code for no refusal', async () => {
    shop.answer(METHOD.exemplarCheck, json({ products: [{ product_id: 1500000001, exemplars: null }] }));
    expect(await accountAt(shop).checkMarkings(NUMBER, [unit(CODE_1)])).toEqual({ ok: true, value: [] });
  });
});

describe('asking about the weight of units', () => {
  const weighed = (weightG: number) => ({ sku: SKU, weightG });
  const checked = (weight: number, errors: readonly string[]) => ({
    ...{ valid: errors.length === 0, errors, marks: [] },
    weight: Math.fround(weight),
  });

  it('sends kilograms, and names the unit whose weight would be refused', async () => {
    const exemplars = [checked(0.35, []), checked(0.9001, ['WEIGHT_IS_OUT_OF_RANGE'])];
    shop.answer(METHOD.exemplarCheck, json({ products: [{ product_id: 1500000001, exemplars }] }));
    expect(await accountAt(shop).checkMarkings(NUMBER, [weighed(350), weighed(900.1)])).toEqual({
      ok: true,
      value: [{ markingCode: SKU, reasons: ['WEIGHT_IS_OUT_OF_RANGE'], weighed: weighed(900.1) }],
    });
    expect(shop.bodies(METHOD.exemplarCheck).at(-1)).toMatchObject({
      products: [{ exemplars: [{ weight: 0.35 }, { weight: 0.9001 }] }],
    });
  });

  it('a weight that is refused after it was handed over comes back in grams', async () => {
    const exemplars = [
      { exemplar_id: 1, marks: [], weight: 0.35, weight_error_codes: ['WEIGHT_IS_OUT_OF_RANGE'] },
    ];
    shop.answer(
      METHOD.exemplarStatus,
      json({ status: 'ship_not_available', products: [{ product_id: SKU, exemplars }] }),
    );
    expect(await accountAt(shop).getMarkingState(NUMBER)).toMatchObject({
      value: {
        codes: [{ markingCode: SKU, reasons: ['WEIGHT_IS_OUT_OF_RANGE'], weighed: weighed(350) }],
      },
    });
  });
});

describe('what else is known of the units', () => {
  it('goes out with them: documents, or that there are none, numbers and weight', async () => {
    offer([exemplar(1019000000000001, { gtd: 'old' }), exemplar(1019000000000002)]);
    const units = [
      { ...unit(CODE_1), imei: '490154203237518', weightG: 550 },
      { sku: SKU, customsDeclaration: null, batchNumber: '7/8/9', jewelryUin: '1234567890123456' },
    ];
    expect((await accountAt(shop).setMarkings(NUMBER, units)).ok).toBe(true);
    expect(shop.bodies(METHOD.exemplarSet)).toMatchObject([
      {
        products: [
          {
            exemplars: [
              {
                ...{ gtd: 'old', is_gtd_absent: false, is_rnpt_absent: true, weight: 0.55 },
                marks: [
                  { mark: CODE_1, mark_type: 'mandatory_mark' },
                  { mark: '490154203237518', mark_type: 'imei' },
                ],
              },
              {
                ...{ is_gtd_absent: true, rnpt: '7/8/9', is_rnpt_absent: false },
                marks: [{ mark: '1234567890123456', mark_type: 'jw_uin' }],
              },
            ],
          },
        ],
      },
    ]);
  });

  it('and a document that is refused is named by its product', async () => {
    const refusal = { marks: [], gtd_error_codes: ['GTD_INVALID_FORMAT'] };
    shop.answer(
      METHOD.exemplarStatus,
      json({ status: 'ship_not_available', products: [{ product_id: 1500000001, exemplars: [refusal] }] }),
    );
    expect(await accountAt(shop).getMarkingState(NUMBER)).toMatchObject({
      value: { state: 'refused', codes: [{ markingCode: '1500000001', reasons: ['GTD_INVALID_FORMAT'] }] },
    });
  });
});
