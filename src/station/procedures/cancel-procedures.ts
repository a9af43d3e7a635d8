import { ok } from '#domain/result.ts';
import { cancelPosting } from '../shop/cancel-posting.ts';
import { failed, type Handlers } from './procedure-context.ts';

/** Cancelling by the seller: a lead decides, the shop is asked at once. */
export const cancelProcedures: Handlers<'posting.cancelReasons' | 'posting.cancel'> = {
  'posting.cancelReasons': async ({ posting }, context) => {
    const shop = context.shopOf(posting);
    if (shop === null) return failed('no-shop', 'cancel');
    const answer = await shop.link.call(() => shop.account.cancelling.reasonsFor(posting));
    if (!answer.ok) return failed('shop-failed', answer.error.detail);
    return ok({ reasons: [...answer.value] });
  },
  'posting.cancel': async ({ posting, reasonId, message, units }, context) => {
    const shop = context.shopOf(posting);
    if (shop === null) return failed('no-shop', 'cancel');
    const { db, now, bench } = context;
    const actor = bench.actor?.id ?? '';
    const request = { posting, units, cause: { reasonId, message: message.trim() }, actor };
    const outcome = await cancelPosting(request, { db, shop, now });
    if (outcome.ok) return ok({ done: true });
    const { error } = outcome;
    return failed(
      'shop-failed',
      error.code === 'refused' ? `${error.shopCode}: ${error.detail}` : error.detail,
    );
  },
};
