import { describe, expect, it } from 'vitest';
import { err, ok } from '#domain/result.ts';
import type { ShopAnswer, ShopFailure } from './seller-account.ts';
import { createShopLink } from './shop-link.ts';

const failing = (error: ShopFailure) => async (): ShopAnswer<number> => err(error);
const outage: ShopFailure = { code: 'retry', afterMs: null, detail: 'no route' };

describe('the link to the shop', () => {
  it('is online after the first answer, also after a refusal', async () => {
    const link = createShopLink({ now: () => 1, onChange: () => undefined });
    await link.call(failing({ code: 'refused', shopCode: 'X', detail: 'no' }));
    expect(link.state().state).toBe('online');
  });

  it('stops calling a shop that does not answer, and says that it is offline', async () => {
    const link = createShopLink({ now: () => 1, onChange: () => undefined });
    await link.call(async () => ok(1));
    let calls = 0;
    for (let i = 0; i < 10; i += 1) {
      await link.call(async () => {
        calls += 1;
        return err(outage);
      });
    }
    expect(calls).toBe(3);
    expect(link.state().state).toBe('offline');
  });

  it('gives nobody an answer that comes after the bench was closed, as it can be kept nowhere', async () => {
    const link = createShopLink({ now: () => 1, onChange: () => undefined });
    const late = Promise.withResolvers<Awaited<ShopAnswer<number>>>();
    const asked = link.call(() => late.promise);
    link.close();
    late.resolve(ok(1));
    expect(await asked).toMatchObject({ ok: false, error: { code: 'unknown' } });
  });

  it('stays online with a shop that asks for a pause, however often', async () => {
    const link = createShopLink({ now: () => 1, onChange: () => undefined });
    for (let i = 0; i < 10; i += 1) {
      await link.call(failing({ code: 'retry', afterMs: 1000, detail: 'HTTP 429', isPause: true }));
    }
    expect(link.state().state).toBe('online');
  });

  it('says that the key is not good any more', async () => {
    const changes: string[] = [];
    const link = createShopLink({ now: () => 1, onChange: () => changes.push(link.state().state) });
    await link.call(failing({ code: 'unauthorized', trouble: 'deactivated', detail: 'key expired' }));
    expect(changes).toEqual(['unauthorized']);
    expect(link.state().trouble).toBe('deactivated');
    await link.call(failing({ code: 'unauthorized', trouble: 'other-network', detail: 'not from here' }));
    expect(link.state().trouble).toBe('other-network');
  });

  it('goes on with a key that lacks one right, and says which work that stops', async () => {
    const link = createShopLink({ now: () => 1, onChange: () => undefined });
    const lacks = {
      code: 'unauthorized',
      trouble: 'lacks-right',
      detail: 'missing a required role',
    } as const;
    await link.call(failing({ ...lacks, feature: 'labels' }));
    await link.call(failing({ ...lacks, feature: null }));
    expect(link.state()).toMatchObject({ state: 'online', trouble: null });
    expect(link.lacks()).toEqual(['labels']);
    link.forgetLacks();
    expect(link.lacks()).toEqual([]);
  });
});
