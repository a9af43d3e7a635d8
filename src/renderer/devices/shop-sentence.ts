import type { ShopView } from '#contract/bench-view.ts';
import { say } from '../texts/texts.ts';

/** How the shop is, what still works, and what there is to know of its key. */
export function shopSentence(shop: ShopView, moment: (at: number) => string): string {
  if (isKeyWanted(shop)) return say(`devices.shopKey.${shop.key}`);
  const state = stateSentence(shop, moment);
  return shop.key === 'memory' ? `${state} ${say('devices.shopKey.memory')}` : state;
}

/** Is a shop set up whose key is not to be had, so that it is not even asked? */
export function isKeyWanted<Shop extends Pick<ShopView, 'state' | 'key'>>(
  shop: Shop,
): shop is Shop & { readonly key: 'unreadable' | 'missing' } {
  return shop.state === 'none' && (shop.key === 'unreadable' || shop.key === 'missing');
}

function stateSentence(shop: ShopView, moment: (at: number) => string): string {
  if (shop.state !== 'online') return say(`devices.shopDetail.${shop.state}`);
  if (shop.lastReadAt === null) return say('devices.shopDetail.onlineUnread');
  return say('devices.shopDetail.online', { at: moment(shop.lastReadAt) });
}
