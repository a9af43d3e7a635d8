import { PostingNumber } from '#domain/ids.ts';
import type { Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { settleBuyerRequest } from '../database/buyer-requests.ts';
import { askOnRecord } from './ask-on-record.ts';
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
  const answer = await askOnRecord<void>(
    {
      ...{ posting: PostingNumber.parse(posting), kind: 'return-action', actor, detail: { id, ...decision } },
      call: () => shop.account.returnRequests.act(id, decision),
      whenDone: () => {
        const resolution = `action ${decision.action}`;
        settleBuyerRequest(db, shop.id, 'return', { id, by: actor, resolution, at: now() });
        return null;
      },
      task: { kind: 'return-unknown', subject: number || id, facts: { posting } },
    },
    { db, shop, now },
  );
  // Decided meanwhile, perhaps: what still waits is read anew.
  if (!answer.ok) shop.requests.readNow();
  return answer;
}
