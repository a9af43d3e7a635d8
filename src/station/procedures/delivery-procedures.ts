import type { PostingNumber } from '#domain/ids.ts';
import { ok } from '#domain/result.ts';
import { endShopAction, noteShopAction } from '../database/shop-actions.ts';
import { actOnDelivery, type DeliveryAct } from '../shop/act-on-delivery.ts';
import { wordsOf } from '../shop/hand-over.ts';
import { trackMany } from '../shop/track-many.ts';
import { failed, type Handlers, type ProcedureContext } from './procedure-context.ts';

/** Parcels that the seller delivers: read and told at the shop at once. */
export const deliveryProcedures: Handlers<
  | 'delivery.read'
  | 'delivery.track'
  | 'delivery.trackMany'
  | 'delivery.tell'
  | 'delivery.setCutoff'
  | 'delivery.timeslot'
  | 'delivery.setTimeslot'
  | 'delivery.verifyCode'
> = {
  'delivery.read': async ({ posting }, context) => {
    const shop = context.shopOf(posting);
    if (shop === null) return failed('no-shop', 'delivery');
    const answer = await shop.link.call(() => shop.account.delivery.getDelivery(posting));
    if (!answer.ok) return failed('shop-failed', answer.error.detail);
    return ok({ ...answer.value, steps: [...answer.value.steps] });
  },
  'delivery.track': ({ posting, tracking }, context) =>
    act({ posting, kind: 'tracking-number', tracking }, context),
  'delivery.tell': ({ posting, step }, context) => act({ posting, kind: step }, context),
  'delivery.trackMany': async ({ pairs }, { shopOf, db, now, bench }) => {
    const actor = bench.actor?.id ?? '';
    const refusals = new Map<PostingNumber, string | null>();
    for (const [shop, theirs] of Map.groupBy(pairs, ({ posting }) => shopOf(posting))) {
      if (shop === null) for (const { posting } of theirs) refusals.set(posting, 'no-shop');
      else
        for (const { posting, refusal } of await trackMany(theirs, { db, shop, now, actor }))
          refusals.set(posting, refusal);
    }
    return ok({
      outcomes: pairs.map(({ posting }) => ({ posting, refusal: refusals.get(posting) ?? null })),
    });
  },
  'delivery.setCutoff': ({ posting, at }, context) => act({ posting, kind: 'cutoff', at }, context),
  'delivery.timeslot': async ({ posting }, context) => {
    const shop = context.shopOf(posting);
    if (shop === null) return failed('no-shop', 'delivery');
    const answer = await shop.link.call(() => shop.account.delivery.getTimeslotLimits(posting));
    return answer.ok ? answer : failed('shop-failed', wordsOf(answer.error));
  },
  'delivery.setTimeslot': ({ posting, from, to }, context) =>
    act({ posting, kind: 'timeslot', from, to }, context),
  'delivery.verifyCode': async ({ posting, code }, { shopOf, db, now, bench }) => {
    const shop = shopOf(posting);
    if (shop === null) return failed('no-shop', 'delivery');
    const asked = { posting, kind: 'pick-up-code', actor: bench.actor?.id ?? '', askedAt: now() } as const;
    const note = noteShopAction(db, { ...asked, detail: {} });
    const answer = await shop.link.call(() => shop.account.delivery.verifyCode(posting, code));
    const isValid = answer.ok && answer.value;
    endShopAction(db, note, isValid ? 'done' : 'refused', answer.ok ? null : answer.error.detail);
    return answer.ok ? ok({ isValid }) : failed('shop-failed', wordsOf(answer.error));
  },
};

async function act(wanted: DeliveryAct, { shopOf, db, now, bench }: ProcedureContext) {
  const shop = shopOf(wanted.posting);
  if (shop === null) return failed('no-shop', 'delivery');
  const outcome = await actOnDelivery(wanted, { db, shop, now, actor: bench.actor?.id ?? '' });
  if (outcome.ok) return ok({ done: true } as const);
  const { error } = outcome;
  return failed(
    'shop-failed',
    error.code === 'refused' ? `${error.shopCode}: ${error.detail}` : error.detail,
  );
}
