import type { PostingNumber } from '#domain/ids.ts';
import type { Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { askOnRecord } from './ask-on-record.ts';
import type { ConnectedShop } from './connected-shop.ts';
import type { PackageContents, ShopFailure } from './seller-account.ts';

export type PartRequest = {
  readonly posting: PostingNumber;
  /** What is shipped now, as a posting of its own. */
  readonly part: PackageContents;
  /** The lead who decided it. */
  readonly actor: string;
};

/**
 * Has the shop ship what is ready of a posting, and notes who wanted it before it is asked. Both are read at once: the new posting is
 * labelled at the bench under its own number, and shipped there where the shop has not done so by then; what was scanned of the old one comes
 * out. Where nobody knows whether it counted, it is a task.
 */
export async function shipPartOf(
  { posting, part, actor }: PartRequest,
  { db, shop, now }: { readonly db: BenchDatabase; readonly shop: ConnectedShop; readonly now: () => number },
): Promise<Result<PostingNumber, ShopFailure>> {
  const answer = await askOnRecord(
    {
      ...{ posting, kind: 'ship-part', actor, detail: { part } },
      call: () => shop.account.splitting.shipPart(posting, part),
      // By this word the new posting is known for ours.
      whenDone: (made) => made,
      task: { kind: 'ship-part-unknown', subject: posting, facts: { part } },
    },
    { db, shop, now },
  );
  if (!answer.ok) return answer;
  for (const number of [posting, answer.value]) await shop.reader.readPosting(number);
  return answer;
}
