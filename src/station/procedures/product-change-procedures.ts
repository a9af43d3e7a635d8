import type { CardId } from '#domain/catalogue/listed-card.ts';
import { ok } from '#domain/result.ts';
import { findCard } from '../database/catalogue-cards.ts';
import { changeProduct, readChanged } from '../shop/change-product.ts';
import { failureWords } from '../shop/failure-words.ts';
import { failed, type Handlers, type ProcedureContext } from './procedure-context.ts';

/** What a lead changes of single products, at the shop and at once. */
export const productChangeProcedures: Handlers<'products.addBarcode' | 'products.makeBarcode'> = {
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
