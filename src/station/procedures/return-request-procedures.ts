import { ok } from '#domain/result.ts';
import { answerReturnRequest } from '../shop/answer-return-request.ts';
import { failed, type Handlers } from './procedure-context.ts';

/** Returns that buyers agree with the seller about: read at the shop, and answered there at once. */
export const returnRequestProcedures: Handlers<
  'returnRequest.list' | 'returnRequest.get' | 'returnRequest.act'
> = {
  'returnRequest.list': async ({ which }, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'return requests');
    const answer = await shop.link.call(() => shop.account.returnRequests.list(which));
    if (!answer.ok) return failed('shop-failed', answer.error.detail);
    return ok({ ...answer.value, rows: [...answer.value.rows] });
  },
  'returnRequest.get': async ({ id }, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'return requests');
    const answer = await shop.link.call(() => shop.account.returnRequests.get(id));
    if (!answer.ok) return failed('shop-failed', answer.error.detail);
    const { actions, rejectionReasons } = answer.value;
    return ok({ ...answer.value, actions: [...actions], rejectionReasons: [...rejectionReasons] });
  },
  'returnRequest.act': async ({ id, number, posting, ...decision }, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'return requests');
    const { db, now, bench } = context;
    const answer = { id, number, posting, decision, actor: bench.actor?.id ?? '' };
    const outcome = await answerReturnRequest(answer, { db, shop, now });
    if (outcome.ok) return ok({ done: true });
    const { error } = outcome;
    return failed(
      'shop-failed',
      error.code === 'refused' ? `${error.shopCode}: ${error.detail}` : error.detail,
    );
  },
};
