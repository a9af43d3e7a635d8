import type { ShopView } from '#contract/bench-view.ts';
import { keyDaysLeft, keyWarningDays } from '#domain/shop/key-expiry.ts';
import { say } from '../texts/texts.ts';

/** How the shop is, what still works, and what there is to know of its key. `now` is epoch ms. */
export function shopSentence(
  shop: ShopView,
  moment: (at: number) => string,
  now: number = Date.now(),
): string {
  if (isKeyWanted(shop)) return say(`devices.shopKey.${shop.key}`);
  const parts = [stateSentence(shop, moment)];
  if (shop.key === 'memory') parts.push(say('devices.shopKey.memory'));
  const daysLeft = shop.keyExpiresAt === null ? null : keyDaysLeft(shop.keyExpiresAt, now);
  if (daysLeft !== null && daysLeft <= keyWarningDays[0])
    parts.push(daysLeft < 0 ? say('shopKey.ended') : say('shopKey.endsIn', { count: daysLeft }));
  if (shop.missingFeatures.length > 0) {
    const features = shop.missingFeatures.map((feature) => say(`shopKey.feature.${feature}`)).join(', ');
    parts.push(say('shopKey.lacks', { features }));
  }
  return parts.join(' ');
}

/** Does the shop's key need a person soon: it ends within three days, or lacks a right? */
export function isKeyFailing(shop: Pick<ShopView, 'keyExpiresAt' | 'missingFeatures'>, now: number): boolean {
  const isEnding = shop.keyExpiresAt !== null && keyDaysLeft(shop.keyExpiresAt, now) <= 3;
  return isEnding || shop.missingFeatures.length > 0;
}

/** Is a shop set up whose key is not to be had, so that it is not even asked? */
export function isKeyWanted<Shop extends Pick<ShopView, 'state' | 'key'>>(
  shop: Shop,
): shop is Shop & { readonly key: 'unreadable' | 'missing' } {
  return shop.state === 'none' && (shop.key === 'unreadable' || shop.key === 'missing');
}

function stateSentence(shop: ShopView, moment: (at: number) => string): string {
  if (shop.state === 'unauthorized' && shop.keyTrouble !== null)
    return `${say(`keyTrouble.${shop.keyTrouble}`)} ${say('devices.shopDetail.unauthorized')}`;
  if (shop.state !== 'online') return say(`devices.shopDetail.${shop.state}`);
  if (shop.lastReadAt === null) return say('devices.shopDetail.onlineUnread');
  return say('devices.shopDetail.online', { at: moment(shop.lastReadAt) });
}
