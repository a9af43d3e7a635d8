import { ok } from '#domain/result.ts';
import type { AccrualPort } from '../shop/accrual-port.ts';
import type { ShopAnswer } from '../shop/seller-account.ts';
import type { ShopLink } from '../shop/shop-link.ts';

/** The names of what a shop credits and charges for, by their id. */
export type AccrualNames = ReadonlyMap<string, string>;

/** The shop adds a name now and then. */
const KEPT_MS = 24 * 3_600_000;

/** Asks for the names once a day. A shop that does not say them leaves the ids, which is no reason to show nothing. */
export function createAccrualNames(options: {
  readonly port: Pick<AccrualPort, 'listTypes'>;
  readonly link: Pick<ShopLink, 'call'>;
  /** Epoch ms. */
  readonly now: () => number;
}): () => ShopAnswer<AccrualNames> {
  const { port, link, now } = options;
  let known: { readonly at: number; readonly names: AccrualNames } | null = null;
  return async () => {
    if (known !== null && now() - known.at < KEPT_MS) return ok(known.names);
    const answer = await link.call(() => port.listTypes());
    if (!answer.ok) return known === null ? answer : ok(known.names);
    known = { at: now(), names: new Map(answer.value.map(({ id, name }) => [id, name])) };
    return ok(known.names);
  };
}
