import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { followPushes } from './follow-pushes.ts';
import { openPushSpool, sellerOf } from './ozon/push/push-spool.ts';

/** A shop whose things have versions, and a bench that knows those that it has read. */
function openWorld() {
  const world = {
    asked: [] as string[],
    isAway: false,
    /** What the bench knows of each thing: the version that the shop had when it was read. */
    known: new Map<string, number>(),
    versions: new Map<string, number>(),
  };
  const read = (thing: string) => {
    world.asked.push(thing);
    if (world.isAway) return false;
    world.known.set(thing, world.versions.get(thing) ?? 0);
    return true;
  };
  const shop = {
    reader: { readPosting: async (number: string) => read(number) },
    chats: {
      desk: { forget: (chat: string) => void read(`chat ${chat}`) },
      unread: { ask: () => undefined },
    },
    readProductsAgain: async ({
      skus,
      cards,
      articles,
    }: Record<'skus' | 'cards' | 'articles', readonly string[]>) =>
      [...skus.map((one) => `sku ${one}`), ...cards.map((one) => `card ${one}`), ...articles].every(read),
    ageVocabulary: () => void read('categories'),
  };
  return { world, shop };
}

function follow() {
  const home = mkdtempSync(join(tmpdir(), 'packbench-push-'));
  const clock = { at: 1_000_000 };
  const now = () => clock.at++;
  const { world, shop } = openWorld();
  const follower = followPushes({
    ...{ home, now, everyMs: 5, sellerOf: () => null },
    sellers: () => new Map([['7', shop]]),
  });
  const close = async () => {
    await follower.close();
    rmSync(home, { recursive: true, force: true });
  };
  const spool = openPushSpool(home, now);
  const put = (message: object) => spool.put(JSON.stringify({ seller_id: 7, ...message }), '7');
  const push = (posting_number: string, change: object = {}) =>
    put({ message_type: 'TYPE_STATE_CHANGED', posting_number, ...change });
  return { home, world, put, push, close, waiting: () => readdirSync(join(home, 'push')) };
}

describe('what the shop’s notifications name', () => {
  it('is read from the shop, each posting once for all that wait', async () => {
    const { world, push, waiting, close } = follow();
    onTestFinished(close);
    world.isAway = true;
    await push('11111111-0001-1', { message_type: 'TYPE_NEW_POSTING' });
    await push('11111111-0001-1', { message_type: 'TYPE_POSTING_CANCELLED' });
    await push('11111111-0001-1', { message_type: 'TYPE_CUTOFF_DATE_CHANGED' });
    await push('11111111-0001-1', { message_type: 'TYPE_DELIVERY_DATE_CHANGED' });
    await vi.waitFor(() => expect(world.asked.length).toBeGreaterThan(1));
    // The shop does not answer: nothing is thrown away.
    expect(waiting()).toHaveLength(4);
    world.isAway = false;
    await vi.waitFor(() => expect(waiting()).toEqual([]));
    const asked = world.asked.length;
    await push('22222222-0001-1');
    await vi.waitFor(() => expect(waiting()).toEqual([]));
    expect(world.asked.slice(asked)).toEqual(['22222222-0001-1']);
  });

  it('may be products, chats and categories', async () => {
    const { world, put, waiting, close } = follow();
    onTestFinished(close);
    await put({ message_type: 'TYPE_STOCKS_CHANGED', items: [{ product_id: 5, sku: '70' }, { sku: 71 }] });
    await put({ message_type: 'TYPE_CREATE_OR_UPDATE_ITEM', product_id: 6, offer_id: 'MUG' });
    await put({ message_type: 'TYPE_NEW_MESSAGE', chat_id: 'c', seller_id: '7' });
    await put({ message_type: 'TYPE_DESCRIPTION_CATEGORY_TREE_CHANGED' });
    await vi.waitFor(() => expect(waiting()).toEqual([]));
    expect(new Set(world.asked)).toEqual(
      new Set(['sku 70', 'sku 71', 'card 5', 'card 6', 'MUG', 'chat c', 'categories']),
    );
  });

  it('is put away unasked where it is for another seller, or nobody can read it', async () => {
    const { home, world, push, waiting, close } = follow();
    onTestFinished(close);
    await push('11111111-0001-1', { seller_id: '8' });
    writeFileSync(join(home, 'push', '000000000000001-00000000-0000-0000-0000-000000000000.json'), '{"half');
    await vi.waitFor(() => expect(waiting()).toEqual([]));
    expect(world.asked).toEqual([]);
  });

  const thing = fc.integer({ min: 1, max: 4 });
  const message = fc.oneof(
    fc.record({
      type: fc.constantFrom('TYPE_NEW_POSTING', 'TYPE_STATE_CHANGED', 'TYPE_POSTING_CANCELLED'),
      thing,
    }),
    fc.record({ type: fc.constantFrom('TYPE_NEW_MESSAGE', 'TYPE_CHAT_CLOSED'), thing }),
    fc.record({ type: fc.constantFrom('TYPE_STOCKS_CHANGED', 'TYPE_CREATE_OR_UPDATE_ITEM'), thing }),
    fc.record({
      type: fc.constantFrom('TYPE_DESCRIPTION_CATEGORY_TREE_CHANGED', 'TYPE_FBO_POSTING_NEW'),
      thing,
    }),
  );
  const body = ({ type, thing: n }: { readonly type: string; readonly thing: number }) => ({
    ...{ message_type: type, posting_number: `${n}-1-1`, chat_id: `c${n}`, product_id: n, offer_id: `A${n}` },
    items: [{ sku: n, product_id: n }],
  });

  it('ends in the same state whatever order the notifications come in, and however often', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(message, { minLength: 1, maxLength: 8 }).chain((all) =>
          fc.record({
            all: fc.constant(all),
            // The same ones in another order, some of them again.
            other: fc
              .array(fc.integer({ min: 0, max: all.length - 1 }), { maxLength: 6 })
              .chain((again) =>
                fc.shuffledSubarray([...all.keys(), ...again], { minLength: all.length + again.length }),
              ),
          }),
        ),
        async ({ all, other }) => {
          const ends = [];
          for (const sequence of [all, other.flatMap((index) => all[index] ?? [])]) {
            const bench = follow();
            try {
              for (const n of [1, 2, 3, 4]) bench.world.versions.set(`${n}-1-1`, n);
              for (const one of sequence) await bench.put(body(one));
              await vi.waitFor(() => expect(bench.waiting()).toEqual([]), { interval: 2 });
              ends.push(new Map([...bench.world.known].sort()));
            } finally {
              await bench.close();
            }
          }
          expect(ends[1]).toEqual(ends[0]);
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('notifications of several sellers', () => {
  it('go each to its own shop, and those for a shop that does not answer hold up nobody else', async () => {
    const home = mkdtempSync(join(tmpdir(), 'packbench-push-'));
    const now = () => 1_000_000;
    const [toys, books] = [openWorld(), openWorld()];
    books.world.isAway = true;
    const follower = followPushes({
      ...{ home, now, everyMs: 5 },
      sellers: () => new Map([['7', toys.shop] as const, ['8', books.shop] as const, ['9', null] as const]),
      sellerOf: (posting) => (posting === '22222222-0001-1' ? '8' : null),
    });
    onTestFinished(async () => {
      await follower.close();
      rmSync(home, { recursive: true, force: true });
    });
    const spool = openPushSpool(home, now);
    const put = (seller: string, posting_number: string) =>
      spool.put(
        JSON.stringify({ message_type: 'TYPE_STATE_CHANGED', seller_id: seller, posting_number }),
        seller,
      );
    await put('8', '22222222-0002-1');
    await put('', '22222222-0001-1');
    await put('9', '33333333-0001-1');
    // Of a seller that the bench does not have, and of one that nobody can tell.
    await put('10', '44444444-0001-1');
    await put('', '55555555-0001-1');
    await put('7', '11111111-0001-1');
    await vi.waitFor(() => expect([...toys.world.known.keys()]).toEqual(['11111111-0001-1']));
    await vi.waitFor(async () => expect(await spool.waiting()).toHaveLength(3));
    books.world.isAway = false;
    await vi.waitFor(() =>
      expect([...books.world.known.keys()].sort()).toEqual(['22222222-0001-1', '22222222-0002-1']),
    );
    // The shop of the third is not connected: its message waits for it.
    await vi.waitFor(async () => expect((await spool.waiting()).map(sellerOf)).toEqual(['9']));
    expect(toys.world.asked).toEqual(['11111111-0001-1']);
  });
});
