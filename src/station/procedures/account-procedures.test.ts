import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BenchFile } from '#contract/bench-file.ts';
import type { ShopView } from '#contract/bench-view.ts';
import { lead } from '#domain/packing/testing/sample-bench.ts';
import { enqueueOutbox } from '../database/outbox.ts';
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
  ...{ state: 'connecting', sinceAt: 0, isDemo: false, clientId: '17', key: 'kept', keyTrouble: null },
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
    connect: () => callProcedure(context, 'shop.connect', { shop: typed }),
  };
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
    expect(bench.kept).toMatchObject({ file: { shop: { clientId: '17' } }, keys: ['17 a-key-of-the-shop'] });
    expect(JSON.stringify(bench.kept.file)).not.toContain('a-key-of-the-shop');
  });

  it('is not one that the shop refused', async () => {
    shop.answer('/v1/roles', status(404, { code: 5, message: 'Invalid Api-Key, please check the key' }));
    const bench = openBench();
    expect(await bench.connect()).toMatchObject({ error: { code: 'shop-failed' } });
    expect(bench.kept.keys).toEqual([]);
  });

  it('of another account waits until the one before has heard everything; one of the same account does not', async () => {
    const owing = (clientId: string) => {
      const bench = openBench({
        ...sampleBenchFile,
        shop: { kind: 'ozon', clientId, url: shop.url, pollSeconds: 30 },
      });
      const { db } = bench.at;
      transaction(db, () => enqueueOutbox(db, { kind: 'ship', subject: '1-1-1', payload: {}, at: 0 }));
      return bench;
    };
    expect(await owing('4').connect()).toMatchObject({ error: { code: 'shop-owes' } });
    expect(await owing('17').connect()).toMatchObject({ ok: true });
  });
});
