import type { PostingNumber } from '#domain/ids.ts';
import type { Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { askOnRecord } from './ask-on-record.ts';
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
  const { cancelling } = shop.account;
  const answer = await askOnRecord<void>(
    {
      ...{ posting, kind: units === null ? 'cancel' : 'cancel-units', actor, detail: { ...cause, units } },
      call: () =>
        units === null ? cancelling.cancel(posting, cause) : cancelling.cancelUnits(posting, units, cause),
      task: { kind: 'cancel-unknown', subject: posting, facts: { units } },
    },
    { db, shop, now },
  );
  if (answer.ok) await shop.reader.readPosting(posting);
  return answer;
}
