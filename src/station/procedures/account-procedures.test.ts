import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BenchFile } from '#contract/bench-file.ts';
import type { ShopView } from '#contract/bench-view.ts';
import { ShopId } from '#domain/ids.ts';
import { lead, samplePosting } from '#domain/packing/testing/sample-bench.ts';
import { enqueueOutbox, markDone } from '../database/outbox.ts';
import { setBenchState } from '../database/postings.ts';
import { transaction } from '../database/transaction.ts';
import { openTestBench, sampleBenchFile } from '../packing/testing/test-bench.ts';
import { json, type ScriptedShop, startScriptedShop, status } from '../shop/ozon/scripted-shop.ts';
import { callProcedure } from './call-procedure.ts';
import { testContext } from './testing/test-context.ts';

let shop: ScriptedShop;
beforeAll(async () => {
  shop = await startScriptedShop();
});
afterAll(() => shop.close());

const admin = json({
  expires_at: '2027-02-01T00:00:00Z',
  roles: [{ name: 'Admin', methods: [] }],
});
const lacksRight = status(403, { code: 7, message: 'Api-Key is missing a required role for a method' });

beforeEach(() => {
  shop.answer('/v1/roles', admin);
  shop.answer('/v1/seller/info', json({ company: { name: 'Ромашка' } }));
  shop.answer(
    '/v2/warehouse/list',
    json({ warehouses: [{ warehouse_id: 7, name: 'Own', is_rfbs: true }], has_next: false }),
  );
  shop.answer(
    '/v2/delivery-method/list',
    json({
      delivery_methods: [
        { id: 1, name: 'Courier', warehouse_id: 7, status: 'ACTIVE' },
        { id: 2, name: 'Post', warehouse_id: 7, status: 'DISABLED' },
      ],
    }),
  );
});

const connected: ShopView = {
  ...{ id: ShopId.parse('ozon-17'), name: '17', state: 'connecting', sinceAt: 0, clientId: '17' },
  ...{ key: 'kept', keyTrouble: null },
  ...{ keyExpiresAt: null, missingFeatures: [], owed: 0, parked: 0, lastReadAt: null },
};

/** A bench with a lead signed in; what is kept of a connection is seen, and nothing is connected. */
function openBench(file: BenchFile = sampleBenchFile) {
  const at = openTestBench();
  at.bench.signIn(lead);
  const kept: { file: BenchFile; keys: string[] } = { file, keys: [] };
  const context = testContext(at, {
    benchFile: () => kept.file,
    replaceBenchFile: async (changed) => {
      kept.file = changed;
    },
    secrets: {
      ...{ apiKeyOf: () => null, howKept: () => 'kept' },
      keepApiKey: async (clientId, apiKey) => void kept.keys.push(`${clientId} ${apiKey}`),
    },
    viewShop: () => connected,
  });
  const typed = { kind: 'ozon', url: shop.url, clientId: '17', apiKey: 'a-key-of-the-shop' };
  return {
    ...{ at, kept },
    check: () => callProcedure(context, 'shop.check', { shop: typed }),
    connect: (change: object = {}) =>
      callProcedure(context, 'shop.connect', { shop: { ...typed, ...change } }),
    call: (name: string, input: object) => callProcedure(context, name, input),
  };
}

function withShops(...shops: readonly { readonly clientId: string; readonly name?: string }[]): BenchFile {
  const usual = { kind: 'ozon', url: shop.url, pollSeconds: 30 } as const;
  return { ...sampleBenchFile, shops: shops.map((config) => ({ ...usual, ...config })) };
}

describe('a key that is tried', () => {
  it('shows its rights, whose account it opens and where that sends from, and is not kept', async () => {
    const { check, kept } = openBench();
    expect(await check()).toEqual({
      ok: true,
      value: {
        isGood: true,
        expiresAt: Date.parse('2027-02-01T00:00:00Z'),
        missing: [],
        account: {
          name: 'Ромашка',
          warehouses: {
            rows: [
              {
                ...{ id: '7', name: 'Own', isOwnDelivery: true, isExpress: false, isPaused: false },
                ways: ['Courier'],
              },
            ],
            isAll: true,
          },
        },
      },
    });
    expect(kept).toEqual({ file: sampleBenchFile, keys: [] });
  });

  it('is good where it may read none of this: the shop knew it', async () => {
    for (const path of ['/v1/roles', '/v1/seller/info', '/v2/warehouse/list']) shop.answer(path, lacksRight);
    expect(await openBench().check()).toMatchObject({
      value: { isGood: true, missing: null, account: { name: '', warehouses: null } },
    });
  });

  it('is no good where the shop does not know it, and the reason is told', async () => {
    shop.answer('/v1/roles', status(404, { code: 5, message: 'Invalid Api-Key, please check the key' }));
    expect(await openBench().check()).toMatchObject({ value: { isGood: false, problem: 'wrong-key' } });
    shop.answer('/v1/roles', status(200, { of: 'something else' }));
    expect(await openBench().check()).toMatchObject({ value: { isGood: false, problem: 'unreadable' } });
  });
});

describe('a key that is kept', () => {
  it('is one that the shop took, told its rights or not', async () => {
    shop.answer('/v1/roles', lacksRight);
    const bench = openBench();
    expect(await bench.connect()).toEqual({ ok: true, value: connected });
    expect(bench.kept).toMatchObject({
      file: { shops: [{ clientId: '17' }] },
      keys: ['17 a-key-of-the-shop'],
    });
    expect(JSON.stringify(bench.kept.file)).not.toContain('a-key-of-the-shop');
  });

  it('is not one that the shop refused', async () => {
    shop.answer('/v1/roles', status(404, { code: 5, message: 'Invalid Api-Key, please check the key' }));
    const bench = openBench();
    expect(await bench.connect()).toMatchObject({ error: { code: 'shop-failed' } });
    expect(bench.kept.keys).toEqual([]);
  });

  it('of another account is kept beside the first one, and another of the same account in its place', async () => {
    const bench = openBench(withShops({ clientId: '4', name: 'Toys' }, { clientId: '17', name: 'Books' }));
    expect(await bench.connect({ pollSeconds: 5 })).toMatchObject({ ok: true });
    expect(bench.kept.file.shops).toMatchObject([
      { clientId: '4', name: 'Toys' },
      { clientId: '17', name: 'Books', pollSeconds: 5 },
    ]);
    expect(await bench.connect({ clientId: '5' })).toMatchObject({ ok: true });
    expect(bench.kept.file.shops.map(({ clientId }) => clientId)).toEqual(['4', '17', '5']);
  });

  it('is not kept for a shop that is called as another one is', async () => {
    const bench = openBench(withShops({ clientId: '4', name: 'Toys' }));
    expect(await bench.connect({ name: 'Toys' })).toMatchObject({ error: { code: 'name-taken' } });
    expect(bench.kept.keys).toEqual([]);
  });
});

describe('a shop of the bench', () => {
  it('is called as a lead wants, or by its Client-Id, and never as another one', async () => {
    const { call, kept } = openBench(withShops({ clientId: '4', name: 'Toys' }, { clientId: '17' }));
    const rename = (name: string) => call('shop.rename', { shop: 'ozon-17', name });
    expect(await rename('Toys')).toMatchObject({ error: { code: 'name-taken' } });
    expect(await rename('4')).toMatchObject({ ok: true });
    expect(kept.file.shops[1]?.name).toBe('4');
    expect(await rename('')).toMatchObject({ ok: true });
    expect(kept.file.shops[1]?.name).toBeUndefined();
  });

  it('is removed only when it has heard everything and none of its postings is in hand', async () => {
    const { at, call, kept } = openBench(withShops({ clientId: '4' }, { clientId: '17' }));
    const { db } = at;
    const remove = (clientId: string) => call('shop.remove', { shop: `ozon-${clientId}` });
    const shop = ShopId.parse('ozon-4');
    const owed = transaction(db, () =>
      enqueueOutbox(db, { kind: 'ship', shop, subject: '1-1-1', payload: {}, at: 0 }),
    );
    expect(await remove('4')).toMatchObject({ error: { code: 'shop-owes' } });
    markDone(db, owed, 0);
    at.know(samplePosting({ shop }));
    transaction(db, () => setBenchState(db, samplePosting().number, 'held'));
    expect(await remove('4')).toMatchObject({ error: { code: 'shop-owes' } });
    transaction(db, () => setBenchState(db, samplePosting().number, 'closed'));
    expect(await remove('4')).toMatchObject({ ok: true });
    expect(kept.file.shops.map(({ clientId }) => clientId)).toEqual(['17']);
    expect(await remove('4')).toMatchObject({ error: { code: 'not-found' } });
  });
});
