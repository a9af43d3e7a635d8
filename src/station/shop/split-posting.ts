import type { PostingNumber } from '#domain/ids.ts';
import type { Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { askOnRecord } from './ask-on-record.ts';
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
  const answer = await askOnRecord(
    {
      ...{ posting, kind: 'split', actor, detail: { away } },
      call: () => shop.account.splitting.split(posting, away),
      whenDone: (parts) => parts.join(' '),
      task: { kind: 'split-unknown', subject: posting, facts: { away } },
    },
    { db, shop, now },
  );
  if (!answer.ok) return answer;
  for (const number of new Set([posting, ...answer.value])) await shop.reader.readPosting(number);
  return answer;
}
