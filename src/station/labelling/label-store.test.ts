import { describe, expect, it } from 'vitest';
import { createBitmap } from '#domain/labels/bitmap.ts';
import { shopLabelSize } from '#domain/labels/label-size.ts';
import type { LabelTarget } from '#domain/labels/printer-language.ts';
import { chooseRoute, type LabelEdges, type LabelRoute } from '#domain/labels/printer-route.ts';
import { samplePosting } from '#domain/packing/testing/sample-bench.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { PreparedLabel } from '../labels/finish-label.ts';
import { openTestBench } from '../packing/testing/test-bench.ts';
import type { LabelState, SellerAccount, ShopFailure } from '../shop/seller-account.ts';
import { createShopLink } from '../shop/shop-link.ts';
import { silentAccount } from '../shop/testing/silent-account.ts';
import { createLabelStore } from './label-store.ts';

const { number } = samplePosting();
const minuteMs = 60_000;
const refusal: ShopFailure = { code: 'refused', shopCode: 'FOREIGN_ADDRESS', detail: 'not fetched' };

const drawn: PreparedLabel = {
  bitmap: createBitmap(8, 1),
  bytes: Buffer.from('^XA^XZ'),
  readsWhenWorn: true,
  ...{ sha256: '', owner: number, readBack: [number], finestBarDots: null, png: null },
};

type World = {
  answer: Result<LabelState, ShopFailure>;
  readonly asked: string[];
  target: LabelTarget;
  others: LabelRoute[];
  /** The page that the shop draws, mm. */
  page: LabelEdges;
};

const route = (target: LabelTarget, device = 'label-printer'): LabelRoute => ({ device, target });

/** A store whose shop answers as the test says, and what it was asked. */
function openStore() {
  const { db, clock, now } = openTestBench();
  const world: World = {
    ...{ answer: err(refusal), asked: [], others: [], page: { widthMm: 58, heightMm: 40 } },
    target: { language: 'zpl', dpi: 203, widthMm: 75, heightMm: 120 },
  };
  const account: SellerAccount = {
    ...silentAccount,
    async getLabel(_, size) {
      world.asked.push(size);
      return world.answer;
    },
  };
  const link = createShopLink({ now, onChange: () => undefined });
  const store = createLabelStore({
    ...{
      db,
      now,
      source: () => ({ account, link }),
      route: (edges) => chooseRoute([route(world.target), ...world.others], edges, () => true),
      size: () => shopLabelSize(world.target),
    },
    workshop: {
      ready: Promise.resolve(),
      prepare: async ({ target: { widthMm, heightMm } }) => {
        const { page } = world;
        if (page.widthMm <= widthMm && page.heightMm <= heightMm) return ok(drawn);
        const medium = { mediumWidthMm: widthMm, mediumHeightMm: heightMm };
        const sizes = { pageWidthMm: page.widthMm, pageHeightMm: page.heightMm, ...medium };
        return err({ code: 'pdf-wrong-size', ...sizes });
      },
      own: () => {
        throw new Error('no test label is drawn here');
      },
      interim: async () => ok(drawn),
      close: async () => undefined,
    },
  });
  /** Somebody looks every second. */
  const askFor = async (ms: number) => {
    const before = world.asked.length;
    for (let passed = 0; passed < ms; passed += 1_000) {
      await store.fetch(number, []);
      clock.at += 1_000;
    }
    return world.asked.length - before;
  };
  return { store, world, clock, askFor };
}

const ready = ok({ state: 'ready', pdf: Buffer.from('%PDF- %%EOF') } as const);

describe('a label that the shop refuses', () => {
  it('is asked for after a minute and then less and less often, and the refusal is answered meanwhile', async () => {
    const { store, askFor } = openStore();
    expect(await askFor(minuteMs)).toBe(1);
    expect(await askFor(60 * minuteMs)).toBeLessThan(5);
    expect(await store.fetch(number, [])).toEqual(
      err({ code: 'refused', shopCode: 'FOREIGN_ADDRESS', words: 'not fetched' }),
    );
    expect(store.isDue(number)).toBe(false);
  });

  it('is asked for at once when a person wants it', async () => {
    const { store, world } = openStore();
    await store.fetch(number, []);
    world.answer = ready;
    expect((await store.fetch(number, [])).ok).toBe(false);
    store.askAgain(number);
    expect(store.isDue(number)).toBe(true);
    expect((await store.fetch(number, [])).ok).toBe(true);
  });
});

it('a label that can never be read counts as refused in the end', async () => {
  const { store, world, askFor } = openStore();
  world.answer = err({ code: 'malformed', detail: 'the file is no PDF' });
  expect(await store.fetch(number, [])).toMatchObject({ error: { code: 'shop' } });
  expect(await askFor(30_000)).toBeLessThan(6);
  const forGood = { error: { code: 'refused', shopCode: 'UNREADABLE', words: 'the file is no PDF' } };
  expect(await store.fetch(number, [])).toMatchObject(forGood);
  expect(await askFor(60 * minuteMs)).toBeLessThan(5);
  expect(await store.fetch(number, [])).toMatchObject(forGood);
});

it('a label that is not ready is no refusal, and is due again in seconds', async () => {
  const { store, world, clock } = openStore();
  world.answer = ok({ state: 'not-ready' });
  expect(await store.fetch(number, [])).toEqual(err({ code: 'not-ready' }));
  expect(store.isDue(number)).toBe(false);
  clock.at += 2_000;
  expect(store.isDue(number)).toBe(true);
});

it('a label is there for the paper that is in the printer, and fetched anew for other paper', async () => {
  const { store, world } = openStore();
  world.answer = ready;
  await store.fetch(number, []);
  expect([store.has(number), world.asked]).toEqual([true, ['big']]);
  world.target = { language: 'zpl', dpi: 203, widthMm: 58, heightMm: 40 };
  expect([store.has(number), store.prepared(number)]).toEqual([false, null]);
  expect((await store.fetch(number, [])).ok).toBe(true);
  expect([store.has(number), world.asked]).toEqual([true, ['big', 'small']]);
});

describe('a label that the shop draws larger than it was asked for', () => {
  const small: LabelTarget = { language: 'zpl', dpi: 203, widthMm: 58, heightMm: 40 };
  const large: LabelTarget = { language: 'tspl', dpi: 300, widthMm: 100, heightMm: 150 };

  it('is made for the printer with the larger paper', async () => {
    const { store, world } = openStore();
    world.answer = ready;
    world.target = small;
    world.others = [route(large, 'spare-printer-1')];
    world.page = { widthMm: 75, heightMm: 120 };
    const label = await store.fetch(number, []);
    expect(label).toMatchObject({ value: { file: expect.stringContaining('tspl-100x150-300') } });
    expect(store.routeOf(number).device).toBe('spare-printer-1');
    expect(store.prepared(number)).not.toBeNull();
  });

  it('is said to be larger than the paper where no printer has any that takes it', async () => {
    const { store, world } = openStore();
    world.answer = ready;
    world.target = small;
    world.others = [route(small, 'spare-printer-1')];
    world.page = { widthMm: 75, heightMm: 120 };
    expect(await store.fetch(number, [])).toEqual(err({ code: 'unprintable', reason: 'pdf-wrong-size' }));
    expect(store.routeOf(number).device).toBe('label-printer');
  });
});
