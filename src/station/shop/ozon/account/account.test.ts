import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { METHOD } from '../methods.ts';
import { accountAt, json, type ScriptedShop, startScriptedShop, status } from '../scripted-shop.ts';

let shop: ScriptedShop;
beforeAll(async () => {
  shop = await startScriptedShop();
});
afterAll(() => shop.close());
beforeEach(() => {
  shop.answer(METHOD.warehouses, json({ warehouses: [], has_next: false, cursor: '' }));
});

const warehouse = (id: number, change: object = {}) => ({
  ...{ warehouse_id: id, name: `W${id}`, is_rfbs: false, is_express: false, pause_at: null },
  ...{ working_days: [1, 2], first_mile: { type: 'DROP_OFF' } },
  ...change,
});

describe('what an account is', () => {
  it('has a name, as far as the shop says one', async () => {
    shop.answer(METHOD.seller, json({ company: { name: 'Ромашка', currency: 'RUB' }, ratings: [] }));
    expect(await accountAt(shop).facts.getProfile()).toEqual({
      ok: true,
      value: { name: 'Ромашка', legalName: '', country: '', currency: 'RUB' },
    });
    shop.answer(METHOD.seller, json({ company: null, ratings: [] }));
    expect(await accountAt(shop).facts.getProfile()).toMatchObject({ ok: true, value: { name: '' } });
  });

  it('has warehouses, page after page; what cannot be read of them is counted', async () => {
    shop.answer(
      METHOD.warehouses,
      json({ warehouses: [warehouse(1), { name: 'no id' }], has_next: true, cursor: 'next' }),
      json({
        warehouses: [warehouse(2, { is_rfbs: true, is_express: true, pause_at: '2026-11-01T00:00:00Z' })],
        has_next: false,
        cursor: 'ignored',
      }),
    );
    expect(await accountAt(shop).facts.listWarehouses()).toEqual({
      ok: true,
      value: {
        rows: [
          { id: '1', name: 'W1', isOwnDelivery: false, isExpress: false, isPaused: false },
          { id: '2', name: 'W2', isOwnDelivery: true, isExpress: true, isPaused: true },
        ],
        unread: 1,
        isAll: true,
      },
    });
    expect(shop.bodies(METHOD.warehouses).slice(-2)).toEqual([
      { limit: 200 },
      { limit: 200, cursor: 'next' },
    ]);
  });

  it('ends its reading with a shop that never comes to the last page', async () => {
    shop.answer(
      METHOD.warehouses,
      json({ warehouses: [warehouse(1)], has_next: true, cursor: 'again and again' }),
    );
    const found = await accountAt(shop).facts.listWarehouses();
    expect(found).toMatchObject({ ok: true, value: { isAll: false } });
  });

  it('has ways of delivery where the seller delivers', async () => {
    shop.answer(
      METHOD.deliveryMethods,
      json({
        delivery_methods: [
          { id: '7', name: 'Courier', warehouse_id: 1, status: 'ACTIVE' },
          { id: 8, name: 'Post', warehouse_id: 1, status: 'DISABLED' },
        ],
        has_next: false,
      }),
    );
    expect(await accountAt(shop).facts.listDeliveryMethods()).toMatchObject({
      value: {
        rows: [
          { id: '7', isActive: true },
          { id: '8', isActive: false },
        ],
      },
    });
  });

  it('says of a key that may not read it just that', async () => {
    const message = 'Api-Key is missing a required role for a method';
    shop.answer(METHOD.seller, status(403, { code: 7, message }));
    expect(await accountAt(shop).facts.getProfile()).toMatchObject({
      error: { code: 'unauthorized', trouble: 'lacks-right', feature: null },
    });
  });
});
