import type { PostingNumber } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { endShopAction, noteShopAction } from '../database/shop-actions.ts';
import { raiseTask } from '../database/tasks.ts';
import { transaction } from '../database/transaction.ts';
import type { ConnectedShop } from './connected-shop.ts';
import type { PackageContents, ShopFailure } from './seller-account.ts';

export type SplitRequest = {
  readonly posting: PostingNumber;
  /** What becomes a posting of its own. */
  readonly away: PackageContents;
  /** The lead who decided it. */
  readonly actor: string;
};

/**
 * Has the shop divide a posting without packing it, and notes who wanted it before it is asked. The posting and what came of
 * it are read at once, so that the parts are in the queue and nobody packs the whole. Where nobody knows whether it
 * counted, it is a task.
 */
export async function splitPosting(
  { posting, away, actor }: SplitRequest,
  { db, shop, now }: { readonly db: BenchDatabase; readonly shop: ConnectedShop; readonly now: () => number },
): Promise<Result<readonly PostingNumber[], ShopFailure>> {
  const { account, link, reader } = shop;
  const note = noteShopAction(db, { posting, kind: 'split', actor, askedAt: now(), detail: { away } });
  const answer = await link.call(() => account.splitting.split(posting, away));
  if (answer.ok) {
    endShopAction(db, note, 'done', answer.value.join(' '));
    for (const number of new Set([posting, ...answer.value])) await reader.readPosting(number);
    return ok(answer.value);
  }
  const { error } = answer;
  const isUnknown = error.code === 'unknown';
  transaction(db, () => {
    endShopAction(db, note, isUnknown ? 'unknown' : 'refused', error.detail);
    if (isUnknown) {
      const detail = { words: error.detail, away };
      raiseTask(db, { kind: 'split-unknown', subject: posting, detail, at: now() });
    }
  });
  return err(error);
}
