import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type OpenSandbox, openSandbox } from '../testing/open-sandbox.ts';

const SNEAKERS = 1_500_000_001 + 137 * 50;
const idsSchema = z.object({
  products: z.tuple([z.object({ exemplars: z.array(z.object({ exemplar_id: z.number() })) })]),
});
const codeSchema = z.object({ code: z.string() });

let shop: OpenSandbox;
beforeAll(async () => {
  shop = await openSandbox();
});
afterAll(() => shop.close());

const freshCode = async () =>
  codeSchema.parse((await shop.admin('GET', `/admin/marking-code?sku=${SNEAKERS}`)).json).code;
const path = (name: string) =>
  `/${name.startsWith('set') || name.startsWith('create') ? 'v6' : name === 'update' ? 'v1' : 'v5'}/fbs/posting/product/exemplar/${name}`;
const marked = (quantity: number) => shop.add({ lines: [{ sku: SNEAKERS, quantity }] });
const idsOf = async (number: string) => {
  const answer = await shop.call(path('create-or-get'), { posting_number: number });
  return idsSchema.parse(answer.json).products[0].exemplars.map((exemplar) => exemplar.exemplar_id);
};
const set = (number: string, marks: readonly (readonly [id: number, mark: string])[]) =>
  shop.call(path('set'), {
    posting_number: number,
    multi_box_qty: 1,
    products: [
      {
        product_id: SNEAKERS,
        exemplars: marks.map(([exemplar_id, mark]) => ({
          exemplar_id,
          is_gtd_absent: true,
          is_rnpt_absent: true,
          marks: [{ mark, mark_type: 'mandatory_mark' }],
        })),
      },
    ],
  });
const status = async (number: string) => (await shop.call(path('status'), { posting_number: number })).json;
const ship = (number: string, quantity: number) =>
  shop.call('/v4/posting/fbs/ship', {
    posting_number: number,
    packages: [{ products: [{ product_id: SNEAKERS, quantity }] }],
  });

describe('marking codes', () => {
  it('must be set and checked before the posting ships', async () => {
    const number = await marked(2);
    const [first, second] = await idsOf(number);
    expect((await ship(number, 2)).json).toMatchObject({ message: 'EXEMPLAR_INFO_NOT_FILLED_COMPLETELY' });
    const answer = await set(number, [
      [first ?? 0, await freshCode()],
      [second ?? 0, await freshCode()],
    ]);
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(await status(number)).toMatchObject({ status: 'validation_in_process' });
    expect((await ship(number, 2)).status).toBe(400);
    shop.pass(300);
    expect(await status(number)).toMatchObject({
      status: 'ship_available',
      products: [{ exemplars: [{ marks: [{ check_status: 'passed' }] }, {}] }],
    });
    expect((await ship(number, 2)).json).toMatchObject({ result: [number] });
  });

  it('are lost where a later call leaves them out', async () => {
    const number = await marked(2);
    const [first, second] = await idsOf(number);
    await set(number, [[first ?? 0, await freshCode()]]);
    await set(number, [[second ?? 0, await freshCode()]]);
    shop.pass(300);
    expect(await status(number)).toMatchObject({
      status: 'ship_not_available',
      products: [{ exemplars: [{ marks: [] }, { marks: [{}] }] }],
    });
  });

  it('fail without their separator, for another product, or when another posting has used them', async () => {
    const used = await freshCode();
    const first = await marked(1);
    await set(first, [[(await idsOf(first))[0] ?? 0, used]]);
    shop.pass(300);
    const perfume = 1_500_000_001 + 137 * 60;
    const foreign = codeSchema.parse(
      (await shop.admin('GET', `/admin/marking-code?sku=${perfume}`)).json,
    ).code;
    const glued = (await freshCode()).replaceAll('\u001d', '');
    for (const [mark, code] of [
      [used, 'MANDATORY_MARK_ALREADY_USED'],
      [foreign, 'MANDATORY_MARK_GTIN_MISMATCH'],
      [glued, 'MANDATORY_MARK_INVALID_FORMAT'],
    ] as const) {
      const number = await marked(1);
      await set(number, [[(await idsOf(number))[0] ?? 0, mark]]);
      shop.pass(300);
      expect(await status(number)).toMatchObject({
        status: 'ship_not_available',
        products: [{ exemplars: [{ marks: [{ check_status: 'failed', error_codes: [code] }] }] }],
      });
    }
  });

  it('are checked for their form without being kept', async () => {
    const number = await marked(1);
    const validate = async (mark: string) =>
      (
        await shop.call(path('validate'), {
          posting_number: number,
          products: [
            { product_id: SNEAKERS, exemplars: [{ marks: [{ mark, mark_type: 'mandatory_mark' }] }] },
          ],
        })
      ).json;
    expect(await validate(await freshCode())).toMatchObject({ products: [{ valid: true }] });
    expect(await validate('010460000000001721')).toMatchObject({
      products: [{ valid: false, exemplars: [{ marks: [{ valid: false }] }] }],
    });
    expect(await status(number)).toMatchObject({ status: 'ship_not_available' });
  });

  it('of a stranger’s unit are refused, and may be replaced after packing', async () => {
    const number = await marked(1);
    const [id] = await idsOf(number);
    expect((await set(number, [[1, await freshCode()]])).json).toMatchObject({
      message: `1 does not belong to product ${SNEAKERS}`,
    });
    await set(number, [[id ?? 0, await freshCode()]]);
    shop.pass(300);
    await ship(number, 1);
    shop.pass(300);
    expect(await status(number)).toMatchObject({ status: 'update_not_available' });
    await set(number, [[id ?? 0, await freshCode()]]);
    shop.pass(300);
    expect(await status(number)).toMatchObject({ status: 'update_available' });
    expect((await shop.call(path('update'), { posting_number: number })).status).toBe(200);
    expect(await status(number)).toMatchObject({ status: 'update_not_available' });
  });
});

it('a mark is refused on a test’s word: when it is validated, or only when it is set', async () => {
  const number = await marked(1);
  const [id] = await idsOf(number);
  const code = await freshCode();
  const validate = async () =>
    JSON.stringify(
      (
        await shop.call(path('validate'), {
          posting_number: number,
          products: [
            { product_id: SNEAKERS, exemplars: [{ marks: [{ mark: code, mark_type: 'mandatory_mark' }] }] },
          ],
        })
      ).json,
    );
  await shop.admin('POST', '/admin/refused-marks', { code, from: 'set' });
  expect(await validate()).not.toContain('MANDATORY_MARK_WITHDRAWN');
  await set(number, [[id ?? 0, code]]);
  shop.pass(300);
  expect(JSON.stringify(await status(number))).toContain('MANDATORY_MARK_WITHDRAWN');
  await shop.admin('POST', '/admin/refused-marks', { code });
  expect(await validate()).toContain('MANDATORY_MARK_WITHDRAWN');
});
