import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing/open-sandbox.ts';

let shop: OpenSandbox;
beforeAll(async () => {
  shop = await openSandbox();
});
afterAll(() => shop.close());

const MUG = 1_500_000_001;
const tell = async (step: string, ...numbers: string[]) =>
  (await shop.call(`/v2/fbs/posting/${step}`, { posting_number: numbers })).json;

describe('delivery by the seller', () => {
  it('goes step by step, and answers for each posting by itself', async () => {
    const [own, theirs] = [
      await shop.add({ lines: [{ sku: MUG, quantity: 1 }] }),
      await shop.add({ lines: [{ sku: MUG, quantity: 1 }] }),
    ];
    await shop.admin('POST', `/admin/postings/${own}/self-delivered`);
    expect(await tell('delivering', own)).toMatchObject({
      result: [{ error: 'TRANSITION_IS_NOT_POSSIBLE' }],
    });
    await shop.call('/v4/posting/fbs/ship', {
      posting_number: own,
      packages: [{ products: [{ product_id: MUG, quantity: 1 }] }],
    });
    shop.pass(2_000);
    expect(await tell('last-mile', own)).toMatchObject({ result: [{ result: false }] });
    expect(await tell('delivering', own, theirs)).toMatchObject({
      result: [
        { posting_number: own, result: true },
        { posting_number: theirs, error: 'HAS_INCORRECT_TPL_INTEGRATION_TYPE' },
      ],
    });
    expect(await tell('delivering', own)).toMatchObject({ result: [{ result: false }] });
    await tell('last-mile', own);
    await tell('delivered', own);
    expect(await shop.posting(own)).toMatchObject({ status: 'delivered' });
  });
});
