import type { PostingNumber } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { settleBuyerRequest } from '../database/buyer-requests.ts';
import { endShopAction, noteShopAction } from '../database/shop-actions.ts';
import { raiseTask } from '../database/tasks.ts';
import { transaction } from '../database/transaction.ts';
import type { ConnectedShop } from './connected-shop.ts';
import type { ShopFailure } from './seller-account.ts';

export type CancellationDecision = {
  readonly id: string;
  readonly posting: PostingNumber;
  readonly isAgreed: boolean;
  readonly comment: string;
  /** The lead who decided it. */
  readonly actor: string;
};

/**
 * Answers a buyer's cancellation request, and notes who decided what before the shop is asked. The posting is read at once,
 * so that a bench with its goods stops. Where nobody knows whether the answer counted, it is a task.
 */
export async function decideCancellation(
  { id, posting, isAgreed, comment, actor }: CancellationDecision,
  { db, shop, now }: { readonly db: BenchDatabase; readonly shop: ConnectedShop; readonly now: () => number },
): Promise<Result<void, ShopFailure>> {
  const kind = isAgreed ? 'agree-cancellation' : 'decline-cancellation';
  const note = noteShopAction(db, { posting, kind, actor, askedAt: now(), detail: { id, comment } });
  const answer = await shop.link.call(() =>
    shop.account.afterSale.decideCancellation({ id, posting }, { isAgreed, comment }),
  );
  if (answer.ok) {
    transaction(db, () => {
      endShopAction(db, note, 'done', null);
      settleBuyerRequest(db, shop.id, 'cancellation', { id, by: actor, resolution: kind, at: now() });
    });
    await shop.reader.readPosting(posting);
    return ok(undefined);
  }
  const { error } = answer;
  // Decided meanwhile, perhaps: what still waits is read anew.
  shop.requests.readNow();
  const isUnknown = error.code === 'unknown';
  transaction(db, () => {
    endShopAction(db, note, isUnknown ? 'unknown' : 'refused', error.detail);
    if (isUnknown)
      raiseTask(db, {
        ...{ kind: 'cancellation-unknown', subject: posting, detail: { words: error.detail }, at: now() },
      });
  });
  return err(error);
}
