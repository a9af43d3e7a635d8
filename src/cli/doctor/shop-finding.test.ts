import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BenchFile } from '#contract/bench-file.ts';
import { type OpenSandbox, openSandbox } from '#sandbox/testing/open-sandbox.ts';
import { shopFindings } from './shop-finding.ts';

let shop: OpenSandbox;
beforeAll(async () => {
  shop = await openSandbox();
});
afterAll(() => shop.close());

const findings = (shops: readonly object[], keys: Readonly<Record<string, string>>) =>
  shopFindings(
    BenchFile.parse({ bench: 'B1', shops: shops.map((one) => ({ kind: 'ozon', url: shop.url, ...one })) }),
    (clientId) => keys[clientId],
    shop.now,
  );
async function find(apiKey?: string) {
  const [finding] = await findings([{ clientId: '1' }], apiKey === undefined ? {} : { 1: apiKey });
  if (finding === undefined) throw new Error('nothing was found');
  return finding;
}
const setKey = (change: object) => shop.admin('POST', '/admin/key', change);

describe('what doctor says of the shop', () => {
  it('is whose key it is and until when it is good', async () => {
    await setKey({ expiresAt: '2027-02-01T00:00:00Z' });
    expect(await find('sandbox-key')).toEqual({
      ...{ what: 'shop', state: 'ok', cure: null },
      found: 'the key of Packbench Demo is good until 2027-02-01',
    });
  });

  it('is that there is none, or no key for it', async () => {
    expect(await find()).toMatchObject({ state: 'attention', found: 'no key here' });
    const [none] = await findings([], { 1: 'sandbox-key' });
    expect(none).toMatchObject({ state: 'attention', found: 'none in the bench file' });
  });

  it('is said of each shop by its name, where there are several', async () => {
    const shops = [{ clientId: '1', name: 'Toys' }, { clientId: '2' }, { clientId: '3', name: 'Books' }];
    expect(await findings(shops, { 1: 'sandbox-key', 3: 'another' })).toMatchObject([
      { what: 'shop Toys', state: 'ok' },
      { what: 'shop 2', found: 'no key here', cure: expect.stringContaining('PACKBENCH_API_KEY_2') },
      { what: 'shop Books', state: 'wrong' },
    ]);
  });

  it('is what is wrong with the key, each with its own cure', async () => {
    const wrong = await find('another');
    expect(wrong).toMatchObject({ state: 'wrong', found: expect.stringContaining('wrong-key') });
    await setKey({ deactivated: true });
    const dead = await find('sandbox-key');
    expect(dead).toMatchObject({ state: 'wrong', found: expect.stringContaining('deactivated') });
    expect(dead.cure).not.toBe(wrong.cure);
    await setKey({ deactivated: false });
  });

  it('is what the key does not allow, or that it does not tell', async () => {
    await setKey({ roles: [{ name: 'Packer', methods: ['/v1', '/v2', '/v3', '/v4', '/v6'] }] });
    expect(await find('sandbox-key')).toMatchObject({
      ...{ state: 'attention', found: expect.stringContaining('marking-codes') },
    });
    const message = 'Api-Key is missing a required role for a method';
    await shop.admin('POST', '/admin/faults', {
      ...{ kind: 'refusal', method: '/v1/roles', http: 403, code: 7, message },
    });
    expect(await find('sandbox-key')).toMatchObject({
      ...{ state: 'attention', found: expect.stringContaining('does not tell its rights') },
    });
  });
});
