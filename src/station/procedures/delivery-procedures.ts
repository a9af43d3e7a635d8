import { ok } from '#domain/result.ts';
import { actOnDelivery, type DeliveryAct } from '../shop/act-on-delivery.ts';
import { failed, type Handlers, type ProcedureContext } from './procedure-context.ts';

/** Parcels that the seller delivers: read and told at the shop at once. */
export const deliveryProcedures: Handlers<'delivery.read' | 'delivery.track' | 'delivery.tell'> = {
  'delivery.read': async ({ posting }, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'delivery');
    const answer = await shop.link.call(() => shop.account.delivery.getDelivery(posting));
    if (!answer.ok) return failed('shop-failed', answer.error.detail);
    return ok({ ...answer.value, steps: [...answer.value.steps] });
  },
  'delivery.track': ({ posting, tracking }, context) =>
    act({ posting, kind: 'tracking-number', tracking }, context),
  'delivery.tell': ({ posting, step }, context) => act({ posting, kind: step }, context),
};

async function act(wanted: DeliveryAct, { shop: shopOf, db, now, bench }: ProcedureContext) {
  const shop = shopOf();
  if (shop === null) return failed('no-shop', 'delivery');
  const outcome = await actOnDelivery(wanted, { db, shop, now, actor: bench.actor?.id ?? '' });
  if (outcome.ok) return ok({ done: true } as const);
  const { error } = outcome;
  return failed(
    'shop-failed',
    error.code === 'refused' ? `${error.shopCode}: ${error.detail}` : error.detail,
  );
}
