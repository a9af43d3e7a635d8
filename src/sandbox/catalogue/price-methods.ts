import { z } from 'zod';
import { type ApiMethods, method } from '../http/api-method.ts';
import { json, refused } from '../http/api-reply.ts';
import { pageAfter } from '../http/cursor.ts';
import { int64, text } from '../http/proto-fields.ts';
import type { World } from '../world/world.ts';
import { type CardState, cardOf } from './card-state.ts';
import { cardFilter, keptProducts } from './kept-products.ts';

const HOUR_MS = 3_600_000;
const CHANGES_PER_HOUR = 10;
const MONEY = /^\d+(\.\d{1,2})?$/;

const writeSchema = z.object({
  prices: z
    .array(
      z.object({
        ...{ offer_id: text, product_id: int64.nullish(), price: text, old_price: text, min_price: text },
        ...{ currency_code: text },
      }),
    )
    .min(1, 'value must contain between 1 and 1000 items, inclusive')
    .max(1000, 'value must contain between 1 and 1000 items, inclusive'),
});
const readSchema = z.object({ filter: cardFilter, limit: int64.nullish(), cursor: text });

/** `/v5/product/info/prices` and `/v1/product/import/prices`. */
export const priceMethods: ApiMethods = {
  '/v5/product/info/prices': method(readSchema, (input, { world }) => {
    const limit = input.limit ?? 0;
    if (limit < 1 || limit > 1000)
      return refused('Request validation error: invalid Request.Limit: value must be inside range [1, 1000]');
    const kept = keptProducts(world, input.filter);
    const page = pageAfter(kept, ({ sku }) => String(sku), input.cursor, limit);
    if (page === null) return refused('Request validation error: invalid cursor');
    const items = page.items.map((product) => {
      const card = cardOf(world.cards, product);
      return {
        ...{ offer_id: product.offerId, product_id: product.productId, volume_weight: 0, acquiring: 0 },
        price: {
          ...{ price: Number(card.price), old_price: Number(card.oldPrice) },
          ...{ min_price: Number(card.minPrice), currency_code: 'RUB', vat: 0.22 },
          ...{ auto_action_enabled: false, marketing_seller_price: Number(card.price) },
        },
      };
    });
    return json({ items, cursor: page.cursor, total_items: kept.length });
  }),
  '/v1/product/import/prices': method(writeSchema, (input, { world, now }) =>
    json({ result: input.prices.map((wish) => written(world, wish, now)) }),
  ),
};

type Wish = z.output<typeof writeSchema>['prices'][number];

function written(world: World, wish: Wish, now: number) {
  const product = [...world.products.values()].find(({ productId, offerId }) =>
    wish.offer_id === '' ? productId === wish.product_id : offerId === wish.offer_id,
  );
  const answer = (code: string | null, message = '') => ({
    ...{ product_id: product?.productId ?? wish.product_id ?? 0, offer_id: product?.offerId ?? '' },
    ...{ updated: code === null, errors: code === null ? [] : [{ code, message }] },
  });
  if (product === undefined) return answer('NOT_FOUND', 'Product not found');
  const card = cardOf(world.cards, product);
  const trouble = troubleWith(card, wish, now);
  if (trouble !== null) return answer(trouble.code, trouble.message);
  card.price = wish.price;
  if (wish.old_price !== '') card.oldPrice = Number(wish.old_price) === 0 ? '' : wish.old_price;
  if (wish.min_price !== '') card.minPrice = wish.min_price;
  card.priceChangedAt = [...card.priceChangedAt.filter((at) => now - at < HOUR_MS), now];
  return answer(null);
}

function troubleWith(card: CardState, wish: Wish, now: number): { code: string; message: string } | null {
  if (wish.currency_code !== '' && wish.currency_code !== 'RUB')
    return { code: 'CURRENCY_CODE_NOT_MATCH', message: 'Currency differs from the contract' };
  if (!MONEY.test(wish.price) || Number(wish.price) <= 0)
    return { code: 'PRICE_INVALID', message: 'Price is invalid' };
  const recent = card.priceChangedAt.filter((at) => now - at < HOUR_MS);
  if (recent.length >= CHANGES_PER_HOUR)
    return { code: 'TOO_MANY_REQUESTS', message: 'Price of a product may change 10 times an hour' };
  const [price, old] = [Number(wish.price), Number(wish.old_price)];
  if (old > 0) {
    const least = price < 400 ? 20 : price <= 10_000 ? price * 0.05 : 500;
    if (old - price <= least)
      return { code: 'OLD_PRICE_TOO_LOW', message: 'Old price must be further above the price' };
    if (price < old * 0.1) return { code: 'DISCOUNT_TOO_BIG', message: 'Discount must be below 90 %' };
  }
  if (wish.min_price !== '' && Number(wish.min_price) > price)
    return { code: 'MIN_PRICE_TOO_HIGH', message: 'Minimum price must not be above the price' };
  return null;
}
