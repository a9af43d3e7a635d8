import { PostingNumber } from '#domain/ids.ts';
import type { Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { shopActionsOf } from '../database/shop-actions.ts';
import { askOnRecord } from './ask-on-record.ts';
import type { ConnectedShop } from './connected-shop.ts';
import type { PackageContents, ShopFailure } from './seller-account.ts';
import type { ShopLink } from './shop-link.ts';
import type { ShopReader } from './shop-reader.ts';

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
  {
    db,
    shop,
    now,
  }: {
    readonly db: BenchDatabase;
    readonly shop: Pick<ConnectedShop, 'account'> & {
      readonly link: Pick<ShopLink, 'call'>;
      readonly reader: Pick<ShopReader, 'readPosting'>;
    };
    readonly now: () => number;
  },
): Promise<Result<PostingNumber, ShopFailure>> {
  const doubted = inDoubt(db, posting);
  const answer = await askOnRecord(
    {
      ...{ posting, kind: 'ship-part', actor, detail: { part } },
      call: () => shop.account.splitting.shipPart(posting, part, doubted),
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

/** The parts that are known of a posting where another may have been made without anybody's knowing; null where none may. */
function inDoubt(db: BenchDatabase, posting: PostingNumber): PostingNumber[] | null {
  const asked = shopActionsOf(db, posting).filter(({ kind }) => kind === 'ship-part');
  const sinceDone = asked.slice(asked.findLastIndex(({ outcome }) => outcome === 'done') + 1);
  if (!sinceDone.some(({ outcome }) => outcome === 'unknown' || outcome === 'asked')) return null;
  return asked.flatMap(({ outcome, words }) => {
    const made = PostingNumber.safeParse(words);
    return outcome === 'done' && made.success ? [made.data] : [];
  });
}
