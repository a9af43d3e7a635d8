import { ok, type Result } from '#domain/result.ts';
import type { HandoverActionKind } from '../database/handover-actions.ts';
import { wordsOf } from '../shop/hand-over.ts';
import { recordedAction } from '../shop/recorded-action.ts';
import type { SellerAccount, ShopAnswer, ShopFailure } from '../shop/seller-account.ts';
import { failed, type Handlers, type ProcedureContext } from './procedure-context.ts';

/** Passes for the gate and couriers of the shop's. */
export const courierProcedures: Handlers<
  'pass.list' | 'pass.save' | 'pass.delete' | 'pickup.list' | 'pickup.plan'
> = {
  'pass.list': async ({ handover }, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'passes');
    const answer = await shop.link.call(() => shop.account.passes.listPasses(handover));
    if (!answer.ok) return failed('shop-failed', wordsOf(answer.error));
    return ok({ ...answer.value, passes: [...answer.value.passes] });
  },
  'pass.save': ({ handover, id, driver }, context) =>
    // A driver's name and phone are nobody's business later on: which pass it was is enough.
    id === null
      ? act({ subject: handover, kind: 'pass-create', detail: {} }, context, ({ passes }) =>
          passes.createPass(handover, driver),
        )
      : act({ subject: handover, kind: 'pass-update', detail: { id } }, context, ({ passes }) =>
          passes.updatePass(handover, id, driver),
        ),
  'pass.delete': ({ handover, id }, context) =>
    act({ subject: handover, kind: 'pass-delete', detail: { id } }, context, ({ passes }) =>
      passes.deletePass(handover, id),
    ),
  'pickup.list': async (_, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'pickup');
    const { account, link } = shop;
    const plans = await link.call(() => account.pickup.listPlans());
    if (!plans.ok) return failed('shop-failed', wordsOf(plans.error));
    // The past is only of interest: without it the plans stand all the same.
    const days = plans.value.length === 0 ? null : await link.call(() => account.pickup.listDays());
    return ok({ plans: [...plans.value], days: days?.ok === true ? [...days.value] : [] });
  },
  'pickup.plan': ({ warehouse, isPlanned }, context) => {
    const kind = isPlanned ? 'courier-call' : 'courier-call-off';
    return act({ subject: warehouse, kind, detail: {} }, context, ({ pickup }) =>
      pickup.setPlanned(warehouse, isPlanned),
    );
  },
};

async function act(
  action: { readonly subject: string; readonly kind: HandoverActionKind; readonly detail: unknown },
  { shop: shopOf, db, now, bench }: ProcedureContext,
  send: (account: SellerAccount) => ShopAnswer<void>,
) {
  const shop = shopOf();
  if (shop === null) return failed('no-shop', action.kind);
  const actor = bench.actor?.id ?? '';
  const outcome: Result<void, ShopFailure> = await recordedAction(action, send, { db, shop, actor, now });
  return outcome.ok ? ok({ done: true } as const) : failed('shop-failed', wordsOf(outcome.error));
}
