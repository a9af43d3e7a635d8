import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { type OpenSandbox, openSandbox } from '../testing/open-sandbox.ts';

let shop: OpenSandbox;
beforeAll(async () => {
  shop = await openSandbox();
});
afterAll(() => shop.close());

const path = '/v3/posting/multiboxqty/set';
const added = async (traits: readonly string[]) => {
  const { json } = await shop.admin('POST', '/admin/postings', { shape: 'severalUnits', traits });
  return z.object({ postings: z.tuple([z.string()]) }).parse(json).postings[0];
};

it('the number of boxes is kept for a posting that may have several, and refused for every other', async () => {
  const number = await added(['multibox']);
  const set = (posting_number: string) => shop.call(path, { posting_number, multi_box_qty: 3 });
  expect((await set(number)).json).toEqual({ result: { result: true } });
  expect((await shop.call('/v3/posting/fbs/get', { posting_number: number })).json).toMatchObject({
    result: { is_multibox: true, multi_box_qty: 3 },
  });
  expect((await set(await added([]))).json).toMatchObject({ message: 'MULTIBOX_NOT_ALLOWED_FOR_FBS' });
});
