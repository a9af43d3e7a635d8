import { ok } from '#domain/result.ts';
import { keepReturnedGoods, keptReturns } from '../database/return-checks.ts';
import { transaction } from '../database/transaction.ts';
import { decideCancellation } from '../shop/decide-cancellation.ts';
import { failed, type Handlers } from './procedure-context.ts';

const LOOKS_BACK_MS = 30 * 86_400_000;

/** What comes after the sale: read at the shop, and answered there at once. */
export const afterSaleProcedures: Handlers<
  'afterSale.cancellations' | 'afterSale.decideCancellation' | 'afterSale.returns'
> = {
  'afterSale.cancellations': async (_input, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'cancellations');
    const answer = await shop.link.call(() => shop.account.afterSale.listCancellationRequests());
    if (!answer.ok) return failed('shop-failed', answer.error.detail);
    return ok({ ...answer.value, rows: [...answer.value.rows] });
  },
  'afterSale.returns': async (_input, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'returns');
    const since = context.now() - LOOKS_BACK_MS;
    const answer = await shop.link.call(() => shop.account.afterSale.listReturns(since));
    const { db } = context;
    if (!answer.ok) {
      const kept = keptReturns(db, shop.id, since);
      if (answer.error.code !== 'retry' || kept.readAt === null)
        return failed('shop-failed', answer.error.detail);
      return ok({ rows: [...kept.rows], unread: 0, isAll: true, keptSince: kept.readAt });
    }
    const rows = [...answer.value.rows];
    transaction(db, () => keepReturnedGoods(db, shop.id, rows, { at: context.now(), since }));
    return ok({ ...answer.value, rows, keptSince: null });
  },
  'afterSale.decideCancellation': async ({ id, posting, isAgreed, comment }, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'cancellations');
    const { db, now, bench } = context;
    const decision = { id, posting, isAgreed, comment: comment.trim(), actor: bench.actor?.id ?? '' };
    const outcome = await decideCancellation(decision, { db, shop, now });
    if (outcome.ok) return ok({ done: true });
    const { error } = outcome;
    return failed(
      'shop-failed',
      error.code === 'refused' ? `${error.shopCode}: ${error.detail}` : error.detail,
    );
  },
};
