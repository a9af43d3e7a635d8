import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ListedCard } from '#domain/catalogue/listed-card.ts';
import { ShopId, type Sku } from '#domain/ids.ts';
import { err, ok } from '#domain/result.ts';
import { keepCards } from '../database/catalogue-cards.ts';
import { noteProductChange, productChangesOf } from '../database/product-changes.ts';
import { openTasks } from '../database/tasks.ts';
import { openBench } from '../database/testing/temporary-bench.ts';
import { transaction } from '../database/transaction.ts';
import type { StockWish } from './catalogue-port.ts';
import { createStockWriter } from './stock-writer.ts';

const shop = ShopId.parse('ozon-1');
const warehouse = '1020000000001000';
const card = ListedCard.parse({
  ...{ id: '11', sku: '7', offer: 'MUG-1', name: 'Mug', barcodes: [], sizeMm: null, weightG: null },
  ...{ declared: '', pictureUrl: null, isArchived: false, status: 'price_sent', statusText: '' },
  ...{ price: null, oldPrice: null, minPrice: null, currency: '', troubles: [] },
});

type Fate = 'takes' | 'loses-answer' | 'never-gets-it' | 'is-away' | 'too-often' | 'refuses';

/** A shop with one product and one warehouse that deals with each request as told; the last fate repeats. */
function open(free = 5, db = openBench()) {
  db.sqlite.exec('DELETE FROM product_change');
  const clock = { at: 1_764_000_000_000 };
  const state = { free, fates: ['takes'] as Fate[] };
  const sent: { at: number; wish: StockWish }[] = [];
  const catalogue = {
    async readStocks(skus: readonly Sku[]) {
      expect(skus).toEqual(['7']);
      const row = { card: card.id, warehouse, warehouseName: 'Main', free: state.free, reserved: 0 };
      return ok([row]);
    },
    async writeStocks(wishes: readonly StockWish[]) {
      const [wish] = wishes;
      if (wish === undefined) throw new Error('nothing to write');
      sent.push({ at: clock.at, wish });
      const fate = state.fates.length > 1 ? (state.fates.shift() ?? 'takes') : (state.fates[0] ?? 'takes');
      if (fate === 'takes' || fate === 'loses-answer') state.free = wish.free;
      if (fate === 'is-away') return err({ code: 'retry' as const, afterMs: null, detail: 'away' });
      if (fate === 'loses-answer' || fate === 'never-gets-it')
        return err({ code: 'unknown' as const, detail: 'lost' });
      if (fate === 'takes') return ok([null]);
      const isForNow = fate === 'too-often';
      return ok([{ code: isForNow ? 'TOO_MANY_REQUESTS' : 'PRODUCT_IS_ARCHIVED', words: 'no', isForNow }]);
    },
  };
  transaction(db, () => keepCards(db, shop, [card], { reading: 1, at: clock.at }));
  const openWriter = () =>
    createStockWriter({
      ...{ shop, db, account: { catalogue }, link: { call: (make) => make() } },
      ...{ onChange: () => undefined, now: () => clock.at },
    });
  let writer = openWriter();
  const wish = (stock: number, seen: number | null = state.free) =>
    noteProductChange(db, {
      ...{ shop, card: card.id, offer: card.offer, kind: 'stock', warehouse, wanted: stock, seen },
      ...{ actor: 'L1', askedAt: clock.at },
    });
  const run = async () => {
    writer.kick();
    await writer.settled();
  };
  return {
    ...{ db, clock, state, sent, wish, run },
    pass: async (ms: number) => {
      clock.at += ms;
      await run();
    },
    restart: async () => {
      await writer.close();
      writer = openWriter();
    },
    outcomes: () =>
      productChangesOf(db, shop, card.id, 100)
        .map(({ outcome }) => outcome)
        .reverse(),
    close: () => writer.close(),
  };
}

describe('a stock that a lead sets', () => {
  it('goes to the shop at once, and the next one of the same pair when the shop takes it again', async () => {
    const bench = open();
    bench.wish(8);
    await bench.run();
    expect(bench.state.free).toBe(8);
    bench.wish(9);
    await bench.run();
    expect(bench.state.free).toBe(8);
    await bench.pass(31_000);
    expect(bench.state.free).toBe(9);
    expect(bench.outcomes()).toEqual(['done', 'done']);
    await bench.close();
  });

  it('is read back after a lost answer, and not sent again where it arrived', async () => {
    const bench = open();
    bench.state.fates = ['loses-answer', 'takes'];
    bench.wish(8);
    await bench.run();
    await bench.pass(31_000);
    expect([bench.sent.length, bench.outcomes()]).toEqual([1, ['done']]);
    await bench.close();
  });

  it('is sent again where it never arrived, also after a restart in between', async () => {
    const bench = open();
    bench.state.fates = ['never-gets-it', 'takes'];
    bench.wish(8);
    await bench.run();
    await bench.restart();
    await bench.pass(31_000);
    expect([bench.state.free, bench.outcomes()]).toEqual([8, ['done']]);
    await bench.close();
  });

  it('becomes a task where somebody changed it otherwise meanwhile', async () => {
    const bench = open();
    bench.state.fates = ['never-gets-it', 'takes'];
    bench.wish(8);
    await bench.run();
    bench.state.free = 3;
    await bench.pass(31_000);
    expect([bench.state.free, bench.outcomes()]).toEqual([3, ['unknown']]);
    expect(openTasks(bench.db)).toMatchObject([{ kind: 'stock-unknown', subject: 'MUG-1' }]);
    await bench.close();
  });

  it('that waited for a shop that was away does not undo what was changed there', async () => {
    const bench = open();
    bench.state.fates = ['is-away'];
    bench.wish(8);
    await bench.run();
    bench.state.free = 2;
    bench.state.fates = ['takes'];
    await bench.pass(600_000);
    expect(bench.state.free).toBe(2);
    await bench.close();
  });

  it('is tried later when it came too often, and refused in the shop’s words for good', async () => {
    const bench = open();
    bench.state.fates = ['too-often', 'takes'];
    bench.wish(8);
    await bench.run();
    expect(bench.outcomes()).toEqual(['waiting']);
    await bench.pass(31_000);
    expect(bench.outcomes()).toEqual(['done']);
    bench.state.fates = ['refuses'];
    bench.wish(1);
    await bench.pass(31_000);
    expect(productChangesOf(bench.db, shop, card.id, 1)[0]).toMatchObject({
      outcome: 'refused',
      words: 'PRODUCT_IS_ARCHIVED: no',
    });
    await bench.close();
  });

  it('is never overtaken by an older one, and no pair goes twice in 30 s, whatever happens to the answers', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('wish' as const), stock: fc.integer({ min: 0, max: 50 }) }),
      fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(1_000, 31_000, 70_000) }),
      fc.record({ do: fc.constant('restart' as const) }),
    );
    const fates = fc.array(
      fc.constantFrom<Fate>('takes', 'loses-answer', 'never-gets-it', 'is-away', 'too-often'),
      { maxLength: 12 },
    );
    const db = openBench();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), fates, async (steps, plan) => {
        const bench = open(5, db);
        bench.state.fates = [...plan, 'takes'];
        let newest: number | null = null;
        for (const one of steps) {
          if (one.do === 'wish') {
            bench.wish(one.stock, null);
            newest = one.stock;
            await bench.run();
          } else if (one.do === 'pass') await bench.pass(one.ms);
          else await bench.restart();
        }
        for (let turn = 0; turn < 12; turn += 1) await bench.pass(700_000);
        for (const [index, { at }] of bench.sent.entries())
          expect(at - (bench.sent[index - 1]?.at ?? 0)).toBeGreaterThanOrEqual(30_000);
        const outcomes = bench.outcomes();
        expect(outcomes.every((one) => !['waiting', 'sending'].includes(one))).toBe(true);
        if (newest !== null && outcomes.at(-1) === 'done') expect(bench.state.free).toBe(newest);
        await bench.close();
      }),
      { numRuns: 60 },
    );
  });
});
