import type { PostingNumber } from '#domain/ids.ts';
import type { Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { settleBuyerRequest } from '../database/buyer-requests.ts';
import { askOnRecord } from './ask-on-record.ts';
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
  const answer = await askOnRecord<void>(
    {
      ...{ posting, kind, actor, detail: { id, comment } },
      call: () => shop.account.afterSale.decideCancellation({ id, posting }, { isAgreed, comment }),
      whenDone: () => {
        settleBuyerRequest(db, shop.id, 'cancellation', { id, by: actor, resolution: kind, at: now() });
        return null;
      },
      task: { kind: 'cancellation-unknown', subject: posting },
    },
    { db, shop, now },
  );
  // Decided meanwhile, perhaps: what still waits is read anew.
  if (!answer.ok) shop.requests.readNow();
  else await shop.reader.readPosting(posting);
  return answer;
}
