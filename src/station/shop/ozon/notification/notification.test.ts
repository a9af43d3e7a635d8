import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { METHOD } from '../methods.ts';
import { PUSH_TYPES } from '../push/push-message.ts';
import { accountAt, hangUp, json, type ScriptedShop, startScriptedShop } from '../scripted-shop.ts';

let shop: ScriptedShop;
beforeAll(async () => {
  shop = await startScriptedShop();
});
afterAll(() => shop.close());

const port = () => accountAt(shop).notifications;
const url = 'https://warehouse.example.com/secret';
const address = (types: readonly string[]) => ({
  ...{ id: 5, url, enable: true, created_at: '2026-11-23T08:00:00Z' },
  types: types.map((type) => ({ type, description: '' })),
});

describe('the address for notifications', () => {
  it('is listed with whether it gets all that a bench can use', async () => {
    shop.answer(METHOD.addresses, json({ urls: [address(PUSH_TYPES), address(['TYPE_NEW_POSTING'])] }));
    expect(await port().list()).toMatchObject({
      value: [{ id: '5', url, isOn: true, isComplete: true }, { isComplete: false }],
    });
  });

  it('is added once, and counts where the answer was lost and it is there', async () => {
    shop.answer(METHOD.addressAdd, hangUp);
    shop.answer(METHOD.addresses, json({ urls: [address(PUSH_TYPES)] }), json({ urls: [] }));
    expect(await port().add(url)).toMatchObject({ ok: true });
    expect(shop.bodies(METHOD.addressAdd)).toEqual([{ url, types: PUSH_TYPES }]);
    expect(await port().add(url)).toMatchObject({ error: { code: 'retry' } });
  });

  it('is found good or not in the shop’s words', async () => {
    const errors = [{ type: 'REQUEST_TIMEOUT', description: 'too slow' }];
    shop.answer(METHOD.addressCheck, json({ is_active: false, errors }));
    expect(await port().check(url)).toEqual({
      ...{ ok: true, value: { isGood: false, problems: ['REQUEST_TIMEOUT: too slow'] } },
    });
  });
});
