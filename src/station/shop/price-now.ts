import type { CardId } from '#domain/catalogue/listed-card.ts';
import { toCents } from '#domain/catalogue/price-change.ts';
import { ok } from '#domain/result.ts';
import type { CardPrice, PriceWish } from './catalogue-port.ts';
import type { ConnectedShop } from './connected-shop.ts';
import type { ShopAnswer } from './seller-account.ts';

/** A product's price as the shop has it now; null where it has none. */
export async function priceNow(
  { shop }: { readonly shop: ConnectedShop },
  id: CardId,
): ShopAnswer<CardPrice | null> {
  const answer = await shop.link.call(() => shop.account.catalogue.readPrices([id]));
  return answer.ok ? ok(answer.value.find(({ card }) => card === id) ?? null) : answer;
}

/** True where everything that was to change of a price is as it was wanted. */
export function isPriceAsWanted(price: CardPrice | null, wish: PriceWish): boolean {
  if (price === null) return false;
  const same = (is: string | null, wanted: string | null) =>
    wanted === null || toCents(is ?? '0') === toCents(wanted);
  return (
    same(price.price, wish.price) &&
    same(price.oldPrice, wish.oldPrice) &&
    same(price.minPrice, wish.minPrice)
  );
}
