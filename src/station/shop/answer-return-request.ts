import { PostingNumber } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { settleBuyerRequest } from '../database/buyer-requests.ts';
import { endShopAction, noteShopAction } from '../database/shop-actions.ts';
import { raiseTask } from '../database/tasks.ts';
import { transaction } from '../database/transaction.ts';
import type { ConnectedShop } from './connected-shop.ts';
import type { ReturnDecision } from './return-request-port.ts';
import type { ShopFailure } from './seller-account.ts';

export type ReturnAnswer = {
  readonly id: string;
  /** What people call the return by. */
  readonly number: string;
  readonly posting: string;
  readonly decision: ReturnDecision;
  /** The lead who decided it. */
  readonly actor: string;
};

/**
 * Does with a buyer's return what the shop offers, and notes who decided what before the shop is asked. Where nobody knows
 * whether it counted, it is a task.
 */
export async function answerReturnRequest(
  { id, number, posting, decision, actor }: ReturnAnswer,
  { db, shop, now }: { readonly db: BenchDatabase; readonly shop: ConnectedShop; readonly now: () => number },
): Promise<Result<void, ShopFailure>> {
  const note = noteShopAction(db, {
    ...{ posting: PostingNumber.parse(posting), kind: 'return-action', actor, askedAt: now() },
    detail: { id, ...decision },
  });
  const answer = await shop.link.call(() => shop.account.returnRequests.act(id, decision));
  if (answer.ok) {
    transaction(db, () => {
      endShopAction(db, note, 'done', null);
      const resolution = `action ${decision.action}`;
      settleBuyerRequest(db, shop.id, 'return', { id, by: actor, resolution, at: now() });
    });
    return ok(undefined);
  }
  const { error } = answer;
  // Decided meanwhile, perhaps: what still waits is read anew.
  shop.requests.readNow();
  const isUnknown = error.code === 'unknown';
  transaction(db, () => {
    endShopAction(db, note, isUnknown ? 'unknown' : 'refused', error.detail);
    const detail = { posting, words: error.detail };
    if (isUnknown) raiseTask(db, { kind: 'return-unknown', subject: number || id, detail, at: now() });
  });
  return err(error);
}
