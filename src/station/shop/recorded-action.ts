import { err, ok, type Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import {
  endHandoverAction,
  type HandoverActionKind,
  noteHandoverAction,
} from '../database/handover-actions.ts';
import { raiseTask } from '../database/tasks.ts';
import { transaction } from '../database/transaction.ts';
import type { ConnectedShop } from './connected-shop.ts';
import type { SellerAccount, ShopAnswer, ShopFailure } from './seller-account.ts';

export type ActionContext = {
  readonly db: BenchDatabase;
  readonly shop: Pick<ConnectedShop, 'account' | 'link'>;
  /** The lead who does it. */
  readonly actor: string;
  /** Epoch ms. */
  readonly now: () => number;
};

/**
 * Has the shop do something about handing over: notes who wants what before it is sent, and what came of it. Where nobody knows
 * whether it counted, it is a task. `send` must never be one that may count twice by being called once.
 */
export async function recordedAction<Value>(
  action: {
    readonly subject: string;
    readonly kind: HandoverActionKind;
    readonly detail: unknown;
    /** The task's kind; that of the action with "-unknown" unless told. */
    readonly task?: string;
  },
  send: (account: SellerAccount) => ShopAnswer<Value>,
  { db, shop, actor, now }: ActionContext,
): Promise<Result<Value, ShopFailure>> {
  const { subject, kind, detail, task = `${kind}-unknown` } = action;
  const note = noteHandoverAction(db, { subject, kind, detail, actor, askedAt: now() });
  const answer = await shop.link.call(() => send(shop.account));
  if (answer.ok) {
    endHandoverAction(db, note, 'done', null);
    return ok(answer.value);
  }
  const { error } = answer;
  const isUnknown = error.code === 'unknown';
  transaction(db, () => {
    endHandoverAction(db, note, isUnknown ? 'unknown' : 'refused', error.detail);
    if (isUnknown)
      raiseTask(db, {
        ...{ kind: task, subject, at: now() },
        detail: { words: error.detail },
      });
  });
  return err(error);
}
