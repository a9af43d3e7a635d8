import type { PostingNumber } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { endShopAction, noteShopAction } from '../database/shop-actions.ts';
import { raiseTask } from '../database/tasks.ts';
import { transaction } from '../database/transaction.ts';
import type { CancelCause } from './cancel-port.ts';
import type { ConnectedShop } from './connected-shop.ts';
import type { PackageContents, ShopFailure } from './seller-account.ts';

export type CancelRequest = {
  readonly posting: PostingNumber;
  /** Null for the whole posting. */
  readonly units: PackageContents | null;
  readonly cause: CancelCause;
  /** The lead who decided it. */
  readonly actor: string;
};

/**
 * Has the shop cancel a posting, or units of it, and notes who wanted it and why before it is asked. What the shop says of
 * the posting afterwards is read at once, so that no bench packs what is cancelled. Where nobody knows whether it counted,
 * it is a task.
 */
export async function cancelPosting(
  { posting, units, cause, actor }: CancelRequest,
  { db, shop, now }: { readonly db: BenchDatabase; readonly shop: ConnectedShop; readonly now: () => number },
): Promise<Result<void, ShopFailure>> {
  const { account, link, reader } = shop;
  const kind = units === null ? 'cancel' : 'cancel-units';
  const note = noteShopAction(db, { posting, kind, actor, askedAt: now(), detail: { ...cause, units } });
  const answer = await link.call(() =>
    units === null
      ? account.cancelling.cancel(posting, cause)
      : account.cancelling.cancelUnits(posting, units, cause),
  );
  if (answer.ok) {
    endShopAction(db, note, 'done', null);
    await reader.readPosting(posting);
    return ok(undefined);
  }
  const { error } = answer;
  const isUnknown = error.code === 'unknown';
  transaction(db, () => {
    endShopAction(db, note, isUnknown ? 'unknown' : 'refused', error.detail);
    if (isUnknown) {
      const detail = { words: error.detail, units };
      raiseTask(db, { kind: 'cancel-unknown', subject: posting, detail, at: now() });
    }
  });
  return err(error);
}
