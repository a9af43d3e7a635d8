import { CardId } from '#domain/catalogue/listed-card.ts';
import { ok } from '#domain/result.ts';
import type { CardPrice, CataloguePort } from '../../catalogue-port.ts';
import type { AccountParts } from '../account-parts.ts';
import { wireId } from '../mapping/wire-id.ts';
import { METHOD } from '../methods.ts';
import { amountOf } from './amount-of.ts';
import { itemTrouble, notAnswered } from './item-trouble.ts';
import { PricesAnswer, PricesWrittenAnswer, WirePrice } from './wire.ts';

const AT_ONCE = 100;

/** `/v5/product/info/prices` and `/v1/product/import/prices`. */
export function priceMethods({ client }: AccountParts): Pick<CataloguePort, 'readPrices' | 'writePrices'> {
  return {
    async readPrices(cards, signal) {
      const product_id = [...new Set(cards)].slice(0, AT_ONCE);
      if (product_id.length === 0) return ok([]);
      const rows: CardPrice[] = [];
      // Those in the archive stand apart from the others.
      for (const visibility of ['ALL', 'ARCHIVED']) {
        const missing = product_id.filter((id) => !rows.some(({ card }) => card === id));
        if (missing.length === 0) break;
        const body = { filter: { product_id: missing, visibility }, limit: AT_ONCE };
        const options = { effect: 'repeatable', urgency: 'screen', signal } as const;
        const answer = await client.call(METHOD.prices, body, PricesAnswer, options);
        if (!answer.ok) return answer;
        rows.push(...answer.value.items.flatMap(priceRow));
      }
      return ok(rows);
    },
    async writePrices(wishes, signal) {
      const asked = wishes.slice(0, AT_ONCE);
      const prices = asked.map(({ card, price, oldPrice, minPrice, currency }) => ({
        ...{ product_id: wireId(card), price },
        ...(oldPrice === null ? {} : { old_price: oldPrice }),
        ...(minPrice === null ? {} : { min_price: minPrice }),
        ...(currency === '' ? {} : { currency_code: currency }),
      }));
      const options = { effect: 'once', urgency: 'screen', signal } as const;
      const answer = await client.call(METHOD.priceSet, { prices }, PricesWrittenAnswer, options);
      if (!answer.ok) return answer;
      return ok(
        asked.map(({ card }) => {
          const row = answer.value.result.find(({ product_id }) => product_id === card);
          if (row === undefined) return notAnswered;
          const [error] = row.errors;
          return row.updated && error === undefined
            ? null
            : itemTrouble(error?.code ?? '', error?.message ?? '');
        }),
      );
    },
  };
}

function priceRow(item: unknown): CardPrice[] {
  const row = WirePrice.safeParse(item);
  const card = row.success ? CardId.safeParse(row.data.product_id) : null;
  if (!row.success || card === null || !card.success) return [];
  const { price, old_price, min_price, currency_code } = row.data.price;
  return [
    {
      ...{ card: card.data, price: amountOf(price), oldPrice: amountOf(old_price) },
      ...{ minPrice: amountOf(min_price), currency: currency_code },
    },
  ];
}
