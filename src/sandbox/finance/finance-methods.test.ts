import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing/open-sandbox.ts';

let shop: OpenSandbox;
beforeAll(async () => {
  shop = await openSandbox();
});
afterAll(() => shop.close());

it('tells of a day page by page, and of postings', async () => {
  const day = '2026-11-20';
  const number = await shop.add({ lines: [{ sku: 1_500_000_001, quantity: 1 }] });
  for (let n = 0; n < 60; n += 1)
    await shop.admin('POST', '/admin/accruals', { unit: number, day, amount: '-1.05' });
  const first = await shop.call('/v1/finance/accrual/by-day', { date: day, last_id: '' });
  const last_id = String(Reflect.get(Object(first.json), 'last_id'));
  const second = await shop.call('/v1/finance/accrual/by-day', { date: day, last_id });
  const count = (answer: unknown) => Reflect.get(Object(answer), 'accruals').length;
  expect([count(first.json), count(second.json)]).toEqual([50, 10]);
  const wrong = await shop.call('/v1/finance/accrual/by-day', { date: '2026-11-21', last_id });
  expect(wrong.status).toBe(400);
  const own = await shop.call('/v1/finance/accrual/postings', { posting_numbers: [number, '1-1-1'] });
  expect(own.json).toMatchObject({ posting_accruals: [{ posting_number: number }] });
});
