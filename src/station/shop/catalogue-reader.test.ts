import { describe, expect, it } from 'vitest';
import { type CardId, ListedCard } from '#domain/catalogue/listed-card.ts';
import { ShopId } from '#domain/ids.ts';
import { err, ok } from '#domain/result.ts';
import { cardsByBarcode, listCards } from '../database/catalogue-cards.ts';
import { catalogueReadingOf } from '../database/catalogue-readings.ts';
import { openBench } from '../database/testing/temporary-bench.ts';
import type { CardPage } from './catalogue-port.ts';
import { createCatalogueReader } from './catalogue-reader.ts';
import type { ShopFailure } from './seller-account.ts';

const shop = ShopId.parse('ozon-1');

function cardOf(n: number, change: Partial<ListedCard> = {}): ListedCard {
  return ListedCard.parse({
    ...{ id: String(n), sku: String(1000 + n), offer: `A-${n}`, name: `Product ${n}`, sizeMm: [1, 2, 3] },
    ...{ barcodes: [`OZN${1000 + n}`], weightG: 5, declared: '', pictureUrl: null, isArchived: false },
    ...{ status: 'price_sent', statusText: '', price: '10', oldPrice: null, minPrice: null },
    ...{ currency: 'RUB', troubles: [], ...change },
  });
}

/** A shop with `active` cards and one in the archive, in pages; a page may be refused once. */
function openReader(active: readonly ListedCard[], pageSize = 200) {
  const db = openBench();
  const clock = { at: 1_764_000_000_000 };
  const state = { cards: active, fail: null as { at: string | null; error: ShopFailure } | null };
  const asked: (string | null)[] = [];
  const catalogue = {
    async listCards({ cursor, isArchived }: { cursor: string | null; isArchived: boolean }) {
      const at = `${isArchived ? 'archived' : 'active'}:${cursor ?? 0}`;
      asked.push(at);
      if (state.fail?.at === at) {
        const { error } = state.fail;
        state.fail = null;
        return err(error);
      }
      const all = isArchived ? [cardOf(900_000, { isArchived: true })] : state.cards;
      const from = Number(cursor ?? 0);
      const cards = all.slice(from, from + pageSize);
      const nextCursor = cards.length === 0 ? null : String(from + cards.length);
      return ok<CardPage>({ cards, unread: 0, nextCursor, total: all.length });
    },
    readCards: async (ids: readonly CardId[]) => ok(state.cards.filter(({ id }) => ids.includes(id))),
  };
  const done: (() => void)[] = [];
  const open = () => {
    const reader = createCatalogueReader({
      ...{ shop, db, account: { catalogue }, now: () => clock.at },
      link: { call: (make) => make() },
      onProgress: () => {
        if (!reader.isReading()) for (const tell of done.splice(0)) tell();
      },
    });
    const read = async (isWanted = false) => {
      const over = new Promise<void>((resolve) => done.push(resolve));
      reader.read(isWanted);
      if (reader.isReading()) await over;
      else done.splice(0);
    };
    return { reader, read };
  };
  const query = { wanted: '', isArchived: false, problem: '', status: '', limit: 50, offset: 0 };
  const list = (change: Partial<typeof query> = {}) => listCards(db, shop, { ...query, ...change });
  return { db, clock, state, asked, open, list };
}

describe('the products of a seller', () => {
  it('come in page by page with the archive, and are found by a part of anything in any case', async () => {
    const cards = Array.from({ length: 5000 }, (_, n) => cardOf(n + 1));
    cards[41] = cardOf(42, {
      ...{ name: 'КРУЖКА <script>', barcodes: [], troubles: ['bad'], sizeMm: null },
    });
    const { open, list, db } = openReader(cards);
    const { read, reader } = open();
    await read();
    expect(catalogueReadingOf(db, shop)).toMatchObject({ cards: 5001, total: 5001, isArchivedPart: true });
    expect(list().total).toBe(5000);
    expect(list({ isArchived: true }).total).toBe(1);
    expect(list({ wanted: 'кружка' }).rows[0]?.card.offer).toBe('A-42');
    expect(list({ wanted: 'a-4999' }).total).toBe(1);
    expect(list({ problem: 'no-barcode' }).total).toBe(1);
    expect(list({ problem: 'any' }).total).toBe(1);
    expect(list({ status: 'price_sent' }).total).toBe(5000);
    expect(list({ wanted: "' OR 1=1 --" }).total).toBe(0);
    expect(list({ offset: 4999 }).rows).toHaveLength(1);
    expect(cardsByBarcode(db, shop, 'OZN1007').map(({ card }) => card.offer)).toEqual(['A-7']);
    await reader.close();
  });

  it('go on where a lost network broke the reading off, also after a restart', async () => {
    const cards = Array.from({ length: 600 }, (_, n) => cardOf(n + 1));
    const { open, list, state, asked } = openReader(cards);
    const first = open();
    state.fail = { at: 'active:400', error: { code: 'retry', afterMs: null, detail: 'gone' } };
    await first.read();
    expect(first.reader.failure()).toMatchObject({ detail: 'gone' });
    expect(list().total).toBe(400);
    await first.reader.close();
    asked.length = 0;
    const second = open();
    await second.read();
    expect(asked[0]).toBe('active:400');
    expect(list().total).toBe(600);
    await second.reader.close();
  });

  it('begin at the front where the shop does not know the place any more', async () => {
    const { open, list, state, asked } = openReader(Array.from({ length: 600 }, (_, n) => cardOf(n + 1)));
    const { read, reader } = open();
    state.fail = { at: 'active:400', error: { code: 'refused', shopCode: 'BAD_LAST_ID', detail: 'no' } };
    await read();
    asked.length = 0;
    await read();
    expect(asked[0]).toBe('active:0');
    expect(list().total).toBe(600);
    await reader.close();
  });

  it('that the shop has no more are gone after a whole reading, and fresh ones are not read again', async () => {
    const { open, list, state, asked, clock } = openReader([cardOf(1), cardOf(2)]);
    const { read, reader } = open();
    await read();
    state.cards = [cardOf(2, { name: 'Renamed' })];
    asked.length = 0;
    await read();
    expect(asked).toEqual([]);
    clock.at += 3_600_000;
    await read();
    expect(list().rows.map(({ card }) => card.name)).toEqual(['Renamed']);
    await read(true);
    expect(list().total).toBe(1);
    await reader.close();
  });
});
