import type { BenchDatabase } from '../database/bench-database.ts';
import { endShopAction, noteShopAction } from '../database/shop-actions.ts';
import { transaction } from '../database/transaction.ts';
import type { ConnectedShop } from './connected-shop.ts';
import { type TrackingOutcome, type TrackingPair, trackingAtOnce } from './delivery-port.ts';
import { wordsOf } from './hand-over.ts';

/**
 * Gives parcels their carrier's numbers, as many at once as the shop takes, and notes who did before the shop is asked. What
 * came of each is that one's: a call that fails leaves those of the other calls as they are, and as the same number again
 * changes nothing, it may simply be sent again.
 */
export async function trackMany(
  pairs: readonly TrackingPair[],
  {
    db,
    shop,
    now,
    actor,
  }: {
    readonly db: BenchDatabase;
    readonly shop: ConnectedShop;
    readonly now: () => number;
    readonly actor: string;
  },
): Promise<readonly TrackingOutcome[]> {
  const outcomes: TrackingOutcome[] = [];
  for (let begin = 0; begin < pairs.length; begin += trackingAtOnce) {
    const some = pairs.slice(begin, begin + trackingAtOnce);
    const notes = transaction(db, () =>
      some.map((pair) =>
        noteShopAction(db, {
          ...{ posting: pair.posting, kind: 'tracking-number', actor, askedAt: now(), detail: pair },
        }),
      ),
    );
    const answer = await shop.link.call(() => shop.account.delivery.setTrackingNumbers(some));
    const results = answer.ok
      ? answer.value
      : some.map(({ posting }) => ({ posting, refusal: wordsOf(answer.error) }));
    transaction(db, () => {
      for (const [n, note] of notes.entries()) {
        const refusal = results[n]?.refusal ?? null;
        endShopAction(db, note, refusal === null ? 'done' : 'refused', refusal);
      }
    });
    outcomes.push(...results);
  }
  return outcomes;
}
