import { err, ok, type Result } from '#domain/result.ts';
import type { NotificationPort } from './notification-port.ts';
import type { ShopFailure } from './seller-account.ts';

/** Why an address does not get notifications. `not-answering`: the shop tried it, in its own words. */
export type AddressProblem =
  | { readonly code: 'not-answering'; readonly problems: readonly string[] }
  | { readonly code: 'shop'; readonly failure: ShopFailure };

/**
 * Has the shop send everything that a bench can use to an address, however it stands there: tries it first, adds it where it is not known,
 * completes it and switches it on. Done again it changes nothing.
 */
export async function setUpNotifications(
  port: NotificationPort,
  url: string,
): Promise<Result<'added' | 'changed' | 'same', AddressProblem>> {
  const check = await port.check(url);
  if (!check.ok) return failed(check.error);
  if (!check.value.isGood) return err({ code: 'not-answering', problems: check.value.problems });
  const known = await port.list();
  if (!known.ok) return failed(known.error);
  const address = known.value.find((one) => one.url === url);
  if (address === undefined) {
    const added = await port.add(url);
    return added.ok ? ok('added') : failed(added.error);
  }
  if (!address.isComplete) {
    const completed = await port.complete(address.id);
    if (!completed.ok) return failed(completed.error);
  }
  if (!address.isOn) {
    const switched = await port.switch(address.id, true);
    if (!switched.ok) return failed(switched.error);
  }
  return ok(address.isComplete && address.isOn ? 'same' : 'changed');
}

function failed(failure: ShopFailure) {
  return err({ code: 'shop', failure } as const);
}
