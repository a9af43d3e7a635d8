import { CardId, type ListedCard } from '#domain/catalogue/listed-card.ts';
import { err, ok } from '#domain/result.ts';
import type { CataloguePort } from '../../catalogue-port.ts';
import type { ShopAnswer } from '../../seller-account.ts';
import type { AccountParts } from '../account-parts.ts';
import type { CallOptions } from '../client.ts';
import { METHOD } from '../methods.ts';
import { ProductListAnswer, SizesAnswer, WireSizes } from '../wire/product.ts';
import { cardFromWire } from './card-from-wire.ts';
import { CardListAnswer, WireListed, WireShownCard } from './wire.ts';

/** A thousand are allowed; a card with all its attributes may be 20 KB, and an answer is read up to 5 MB. */
const AT_ONCE = 200;
const READ_AT_ONCE = 100;

/** `/v3/product/list`, and what `/v3/product/info/list` and `/v4/product/info/attributes` say of what it lists. */
export function cardMethods({ client }: AccountParts): Pick<CataloguePort, 'listCards' | 'readCards'> {
  async function cardsOf(
    ids: readonly string[],
    visibility: 'ALL' | 'ARCHIVED',
    options: CallOptions,
  ): ShopAnswer<{ cards: readonly ListedCard[]; unread: number }> {
    if (ids.length === 0) return ok({ cards: [], unread: 0 });
    const infos = await client.call(METHOD.products, { product_id: ids }, ProductListAnswer, options);
    if (!infos.ok) return infos;
    const sizes = await sizesOf(ids, visibility, options);
    if (!sizes.ok) return sizes;
    const cards = infos.value.items.flatMap((item) => {
      const wire = WireShownCard.safeParse(item);
      if (!wire.success) return [];
      const card = cardFromWire(wire.data, sizes.value.get(wire.data.id) ?? null);
      return card.success ? [card.data] : [];
    });
    return ok({ cards, unread: infos.value.items.length - cards.length });
  }

  async function sizesOf(
    ids: readonly string[],
    visibility: 'ALL' | 'ARCHIVED',
    options: CallOptions,
  ): ShopAnswer<ReadonlyMap<string, WireSizes>> {
    const body = { filter: { product_id: ids, visibility }, limit: ids.length, last_id: '', sort_dir: 'ASC' };
    const answer = await client.call(METHOD.sizes, body, SizesAnswer, options);
    // "Nothing found" is a 404 in some methods.
    if (!answer.ok && answer.error.code === 'refused' && answer.error.shopCode === 'NOT_FOUND')
      return ok(new Map());
    if (!answer.ok) return err(answer.error);
    const rows = answer.value.items.flatMap((item) => {
      const row = WireSizes.safeParse(item);
      return row.success && row.data.id !== null ? [[row.data.id, row.data] as const] : [];
    });
    return ok(new Map(rows));
  }

  return {
    async listCards({ cursor, isArchived }, signal) {
      const options: CallOptions = { effect: 'repeatable', urgency: 'background', signal };
      const visibility = isArchived ? 'ARCHIVED' : 'ALL';
      const body = { filter: { visibility }, last_id: cursor ?? '', limit: AT_ONCE };
      const listed = await client.call(METHOD.productList, body, CardListAnswer, options);
      if (!listed.ok) return listed;
      const { items, last_id, total_items } = listed.value;
      const rows = items.flatMap((item) => {
        const row = WireListed.safeParse(item);
        return row.success ? [row.data.product_id] : [];
      });
      const found = await cardsOf([...new Set(rows)], visibility, options);
      if (!found.ok) return found;
      const { cards, unread } = found.value;
      return ok({
        ...{ cards, unread: unread + items.length - rows.length, total: total_items ?? null },
        // The walk ends at an empty page, or where the shop names the same place again.
        nextCursor: items.length === 0 || last_id === '' || last_id === cursor ? null : last_id,
      });
    },

    async readCards(ids, signal) {
      const options: CallOptions = { effect: 'repeatable', urgency: 'screen', signal };
      const asked = [...new Set(ids)].filter((id) => CardId.safeParse(id).success).slice(0, READ_AT_ONCE);
      const found = await cardsOf(asked, 'ALL', options);
      if (!found.ok) return found;
      const { cards } = found.value;
      const archived = cards.filter(({ isArchived }) => isArchived).map(({ id }) => id);
      if (archived.length === 0) return ok(cards);
      // The list of sizes leaves archived products out until it is asked for them.
      const again = await cardsOf(archived, 'ARCHIVED', options);
      if (!again.ok) return again;
      return ok([...cards.filter(({ isArchived }) => !isArchived), ...again.value.cards]);
    },
  };
}
