import type { PostingNumber } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { endShopAction, noteShopAction } from '../database/shop-actions.ts';
import { raiseTask } from '../database/tasks.ts';
import { transaction } from '../database/transaction.ts';
import type { ConnectedShop } from './connected-shop.ts';
import type { DeliveryStep } from './delivery-port.ts';
import type { ShopFailure } from './seller-account.ts';

/** What the seller tells the shop of a parcel. */
export type DeliveryAct = { readonly posting: PostingNumber } & (
  | { readonly kind: 'tracking-number'; readonly tracking: string }
  | { readonly kind: DeliveryStep }
  | { readonly kind: 'cutoff'; readonly at: number }
  | { readonly kind: 'timeslot'; readonly from: number; readonly to: number }
);

/**
 * Tells the shop of a parcel that the seller delivers, and notes who did before the shop is asked. The posting is read at
 * once. Where nobody knows whether it counted, it is a task.
 */
export async function actOnDelivery(
  act: DeliveryAct,
  {
    db,
    shop,
    now,
    actor,
  }: {
    readonly db: BenchDatabase;
    readonly shop: ConnectedShop;
    readonly now: () => number;
    readonly actor: string;
  },
): Promise<Result<void, ShopFailure>> {
  const { posting, kind } = act;
  const { delivery } = shop.account;
  const note = noteShopAction(db, { posting, kind, actor, askedAt: now(), detail: act });
  const answer = await shop.link.call(() => {
    if (act.kind === 'tracking-number') return delivery.setTrackingNumber(posting, act.tracking);
    if (act.kind === 'cutoff') return delivery.setCutoff(posting, act.at);
    return act.kind === 'timeslot' ? delivery.setTimeslot(posting, act) : delivery.tell(posting, act.kind);
  });
  if (answer.ok) {
    endShopAction(db, note, 'done', null);
    await shop.reader.readPosting(posting);
    return ok(undefined);
  }
  const { error } = answer;
  const isUnknown = error.code === 'unknown';
  transaction(db, () => {
    endShopAction(db, note, isUnknown ? 'unknown' : 'refused', error.detail);
    if (isUnknown)
      raiseTask(db, {
        ...{ kind: 'delivery-unknown', subject: posting, detail: { words: error.detail }, at: now() },
      });
  });
  return err(error);
}
