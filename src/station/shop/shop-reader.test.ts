import { expect, it, onTestFinished, vi } from 'vitest';
import { ok } from '#domain/result.ts';
import { openTestBench } from '../packing/testing/test-bench.ts';
import type { SellerAccount } from './seller-account.ts';
import { createShopLink } from './shop-link.ts';
import { createShopReader } from './shop-reader.ts';

const hourMs = 3_600_000;

/** A shop with nothing to pack that counts how often it was asked. */
function emptyShop(): { readonly account: SellerAccount; readonly reads: () => number } {
  const never = () => Promise.reject(new Error('not part of this test'));
  let reads = 0;
  return {
    reads: () => reads,
    account: {
      ...{ checkCredentials: never, getPosting: never, getProducts: never, getPicture: never },
      ...{ setMarkings: never, getMarkingState: never, ship: never, getShipState: never, getLabel: never },
      ...{ createHandover: never, setHandoverPostings: never, approveHandover: never },
      ...{ getHandover: never, getHandoverDocument: never },
      listUnfulfilled: async () => {
        reads += 1;
        return ok({ postings: [], setAside: [], nextCursor: null });
      },
    },
  };
}

it('a computer that woke up asks the shop at once, not at the next poll, and once', async () => {
  const { db, now } = openTestBench();
  const shop = emptyShop();
  const reader = createShopReader({
    ...{ db, now, account: shop.account, pollMs: hourMs },
    link: createShopLink({ now, onChange: () => undefined }),
    onListed: () => undefined,
    onChanges: () => undefined,
  });
  onTestFinished(() => reader.close());
  reader.start();
  reader.readNow();
  await vi.waitFor(() => expect(reader.lastReadAt()).not.toBeNull());
  await vi.waitFor(() => {
    reader.readNow();
    expect(shop.reads()).toBeGreaterThan(1);
  });
  expect(shop.reads()).toBe(2);
});
