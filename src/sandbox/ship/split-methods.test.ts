import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing/open-sandbox.ts';

let shop: OpenSandbox;
beforeAll(async () => {
  shop = await openSandbox();
});
afterAll(() => shop.close());

const MUG = 1_500_000_001;
const split = (number: string, ...parts: number[]) =>
  shop.call('/v1/posting/fbs/split', {
    posting_number: number,
    postings: parts.map((quantity) => ({ products: [{ product_id: MUG, quantity }] })),
  });

describe('dividing a posting without packing it', () => {
  it('ends it, and its parts wait to be packed under new numbers', async () => {
    const number = await shop.add({ lines: [{ sku: MUG, quantity: 3 }] });
    const { json } = await split(number, 2, 1);
    const numbers = JSON.stringify(json).match(/\d+-\d+-\d+/g) ?? [];
    expect(new Set(numbers).size).toBe(3);
    expect(await shop.posting(number)).toMatchObject({ status: 'cancelled_from_split_pending' });
    for (const part of numbers.filter((one) => one !== number))
      expect(await shop.posting(part)).toMatchObject({ status: 'awaiting_packaging', parent: number });
    expect((await split(number, 2, 1)).json).toMatchObject({ message: 'HAS_INCORRECT_STATUS' });
  });

  it('wants all of it, in two parts at least', async () => {
    const number = await shop.add({ lines: [{ sku: MUG, quantity: 3 }] });
    expect((await split(number, 3)).status).toBe(400);
    expect((await split(number, 1, 1)).json).toMatchObject({ message: 'HAS_INCORRECT_PRODUCT_QUANTITY' });
    expect((await split('70000001-9999-1', 1, 1)).status).toBe(404);
  });
});
