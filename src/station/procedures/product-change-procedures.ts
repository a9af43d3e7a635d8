import type { CardId } from '#domain/catalogue/listed-card.ts';
import { isSlip } from '#domain/catalogue/price-change.ts';
import { ok } from '#domain/result.ts';
import { findCard } from '../database/catalogue-cards.ts';
import { changesSentSince } from '../database/product-changes.ts';
import { changeProduct, readChanged } from '../shop/change-product.ts';
import { failureWords } from '../shop/failure-words.ts';
import { isPriceAsWanted, priceNow } from '../shop/price-now.ts';
import { failed, type Handlers, type ProcedureContext } from './procedure-context.ts';

/** What the shop takes of one product; the eleventh within an hour would be refused. */
const pricesPerHour = 10;
const hourMs = 3_600_000;

/** What a lead changes of single products, at the shop and at once. */
export const productChangeProcedures: Handlers<
  'products.addBarcode' | 'products.makeBarcode' | 'products.setPrice'
> = {
  'products.addBarcode': async ({ id, barcode }, context) => {
    const at = productAt(context, id);
    if (!at.ok) return at;
    const { shop, card, actor, tools } = at.value;
    const { sku } = card;
    if (sku === null) return failed('shop-failed', 'NO_SKU');
    const outcome = await changeProduct(
      { card, kind: 'barcode', wanted: barcode, seen: card.barcodes, actor },
      {
        send: () => shop.account.catalogue.addBarcodes([{ sku, barcode }]),
        isDone: async () => (await readChanged(tools, id))?.barcodes.includes(barcode) ?? null,
      },
      tools,
    );
    await readChanged(tools, id);
    context.publisher.publish('changed', { list: 'products' });
    return outcome.ok ? ok({ done: true }) : failed('shop-failed', failureWords(outcome.error));
  },
  'products.setPrice': async ({ id, isSure, ...typed }, context) => {
    const at = productAt(context, id);
    if (!at.ok) return at;
    const { shop, card, actor, tools } = at.value;
    const { db, now } = tools;
    const hourAgo = { kind: 'price', at: now() - hourMs } as const;
    if (changesSentSince(db, shop.id, id, hourAgo) >= pricesPerHour) return ok({ outcome: 'spent' });
    const before = await priceNow(tools, id);
    if (!before.ok) return failed('shop-failed', failureWords(before.error));
    const currency = before.value?.currency || card.currency;
    const seen = before.value?.price ?? null;
    if (!isSure && seen !== null && isSlip(seen, typed.price))
      return ok({ outcome: 'ask', before: seen, currency });
    const wish = {
      ...{ card: id, price: typed.price, currency },
      oldPrice: typed.oldPrice === '' ? null : typed.oldPrice,
      minPrice: typed.minPrice === '' ? null : typed.minPrice,
    };
    const outcome = await changeProduct(
      { card, kind: 'price', wanted: wish, seen, actor },
      {
        send: () => shop.account.catalogue.writePrices([wish]),
        isDone: async () => {
          const after = await priceNow(tools, id);
          return after.ok ? isPriceAsWanted(after.value, wish) : null;
        },
      },
      tools,
    );
    await readChanged(tools, id);
    context.publisher.publish('changed', { list: 'products' });
    return outcome.ok ? ok({ outcome: 'done' }) : failed('shop-failed', failureWords(outcome.error));
  },
  'products.makeBarcode': async ({ id }, context) => {
    const at = productAt(context, id);
    if (!at.ok) return at;
    const { shop, card, actor, tools } = at.value;
    const outcome = await changeProduct(
      { card, kind: 'make-barcode', wanted: '', seen: card.barcodes, actor },
      {
        send: () => shop.account.catalogue.makeBarcodes([id]),
        isDone: async () => {
          const read = await readChanged(tools, id);
          return read === null ? null : read.barcodes.length > 0;
        },
      },
      tools,
    );
    await readChanged(tools, id);
    context.publisher.publish('changed', { list: 'products' });
    return outcome.ok ? ok({ done: true }) : failed('shop-failed', failureWords(outcome.error));
  },
};

/** The shop, the product and who asks; a failure where one of them is not there. */
function productAt(context: ProcedureContext, id: CardId) {
  const { db, now, bench } = context;
  const shop = context.shop();
  if (shop === null) return failed('no-shop', 'products');
  const found = findCard(db, shop.id, id);
  if (found === null) return failed('not-found', id);
  return ok({ shop, card: found.card, actor: bench.actor?.id ?? '', tools: { db, shop, now } });
}
