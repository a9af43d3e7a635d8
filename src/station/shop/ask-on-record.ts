import { err, ok, type Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { endShopAction, noteShopAction } from '../database/shop-actions.ts';
import { raiseTask } from '../database/tasks.ts';
import { transaction } from '../database/transaction.ts';
import type { ConnectedShop } from './connected-shop.ts';
import type { ShopAnswer, ShopFailure } from './seller-account.ts';

/** What a person has the shop do, and the task that it becomes where nobody knows whether it counted. */
export type AskedOfShop<Value> = Omit<Parameters<typeof noteShopAction>[1], 'askedAt'> & {
  readonly call: () => ShopAnswer<Value>;
  /** Written with the note that it is done; answers the words to keep with it. */
  readonly whenDone?: (value: Value) => string | null;
  readonly task: { readonly kind: string; readonly subject: string; readonly facts?: object };
};

/** Asks once: notes who wants what before, and what came of it after. Whether it may be asked again is the caller's. */
export async function askOnRecord<Value>(
  { call, whenDone = () => null, task, ...action }: AskedOfShop<Value>,
  {
    db,
    shop,
    now,
  }: {
    readonly db: BenchDatabase;
    readonly shop: { readonly link: Pick<ConnectedShop['link'], 'call'> };
    readonly now: () => number;
  },
): Promise<Result<Value, ShopFailure>> {
  const note = noteShopAction(db, { ...action, askedAt: now() });
  const answer = await shop.link.call(call);
  if (answer.ok) {
    transaction(db, () => endShopAction(db, note, 'done', whenDone(answer.value)));
    return ok(answer.value);
  }
  const { error } = answer;
  const isUnknown = error.code === 'unknown';
  transaction(db, () => {
    endShopAction(db, note, isUnknown ? 'unknown' : 'refused', error.detail);
    if (!isUnknown) return;
    const { kind, subject, facts } = task;
    raiseTask(db, { kind, subject, detail: { ...facts, words: error.detail }, at: now() });
  });
  return err(error);
}
