import type { PostingNumber } from '#domain/ids.ts';
import type { Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { askOnRecord } from './ask-on-record.ts';
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
  const answer = await askOnRecord<void>(
    {
      ...{ posting, kind, actor, detail: act },
      call: () => {
        if (act.kind === 'tracking-number') return delivery.setTrackingNumber(posting, act.tracking);
        if (act.kind === 'cutoff') return delivery.setCutoff(posting, act.at);
        return act.kind === 'timeslot'
          ? delivery.setTimeslot(posting, act)
          : delivery.tell(posting, act.kind);
      },
      task: { kind: 'delivery-unknown', subject: posting },
    },
    { db, shop, now },
  );
  if (answer.ok) await shop.reader.readPosting(posting);
  return answer;
}
