import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { METHOD } from '../methods.ts';
import { accountAt, json, type ScriptedShop, startScriptedShop, status } from '../scripted-shop.ts';

let shop: ScriptedShop;
beforeAll(async () => {
  shop = await startScriptedShop();
});
afterAll(() => shop.close());

const accruals = () => accountAt(shop).accruals;
const rub = (amount: string) => ({ amount, currency: 'RUB' });

describe('what the shop credits and charges', () => {
  it('comes for a day, page after page, each entry with its parts and the shop’s own sum', async () => {
    const sale = {
      ...{ accrual_id: 1, unit_number: '1-1-1', accrued_category: 'POSTING', date: '2026-11-20' },
      total_amount: rub('700.5000'),
      posting: {
        products: [
          {
            sku: 7,
            commission: { sale_amount: rub('1000'), commission: rub('-200.25') },
            delivery: { services: [{ type_id: 12, accrued: rub('-99.25') }], total_accrued: rub('-99.25') },
          },
        ],
      },
      ...{ container_fees: null, item_fees: null, non_item_fee: { accrued: null, type_id: 0 } },
    };
    const fee = {
      ...{ accrual_id: 2, unit_number: 'AD-5', accrued_category: 'NON_ITEM', total_amount: rub('-3.1') },
      non_item_fee: { type_id: 40, accrued: rub('-3.1') },
    };
    shop.answer(
      METHOD.accrualsByDay,
      json({ accruals: [sale, { ...sale, total_amount: rub('many') }], last_id: 'x' }),
      json({ accruals: [fee], last_id: '' }),
    );
    expect(await accruals().listDay('2026-11-20')).toEqual({
      ok: true,
      value: {
        rows: [
          {
            ...{ id: '1', unit: '1-1-1', category: 'posting', total: rub('700.50') },
            parts: [
              { sku: '7', type: 'sale', money: rub('1000.00') },
              { sku: '7', type: 'commission', money: rub('-200.25') },
              { sku: '7', type: '12', money: rub('-99.25') },
            ],
          },
          {
            ...{ id: '2', unit: 'AD-5', category: 'other', total: rub('-3.10') },
            parts: [{ sku: '', type: '40', money: rub('-3.10') }],
          },
        ],
        ...{ unread: 1, isAll: true },
      },
    });
    expect(shop.bodies(METHOD.accrualsByDay)).toEqual([
      { date: '2026-11-20', last_id: '' },
      { date: '2026-11-20', last_id: 'x' },
    ]);
  });

  it('comes for postings, 200 at most', async () => {
    shop.answer(
      METHOD.accrualsOfPostings,
      json({
        posting_accruals: [
          {
            posting_number: '1-1-1',
            accruals: [
              {
                accrual_date: '2026-11-20',
                type_id: 12,
                accrued: rub('-5'),
                sku: 7,
                quantity: 1,
                seller_price: rub('9'),
              },
            ],
          },
        ],
      }),
    );
    expect(await accruals().listPostings(['1-1-1'])).toMatchObject({
      value: {
        rows: [{ posting: '1-1-1', day: '2026-11-20', type: '12', sku: '7', money: rub('-5.00') }],
        ...{ unread: 0, isAll: true },
      },
    });
    const many = Array.from({ length: 201 }, (_, n) => `${n}-1-1`);
    expect(await accruals().listPostings(many)).toMatchObject({ ok: false });
  });

  it('has names; a key that may not read them is no dead key', async () => {
    shop.answer(
      METHOD.accrualTypes,
      json({ accrual_types: [{ id: 12, name: 'Логистика', description: '' }] }),
      status(403, { code: 7, message: 'Api-Key is missing a required role for a method' }),
    );
    expect(await accruals().listTypes()).toEqual({ ok: true, value: [{ id: '12', name: 'Логистика' }] });
    expect(await accruals().listTypes()).toMatchObject({ error: { shopCode: 'NO_RIGHT' } });
  });
});
