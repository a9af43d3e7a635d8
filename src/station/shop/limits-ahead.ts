import type { PostingNumber, ShopId } from '#domain/ids.ts';
import { phaseOf } from '#domain/packing/session.ts';
import { keepLimits, limitsAskedAt, nextWithoutLimits } from '../database/acceptance-limits.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import type { Bench } from '../packing/bench.ts';
import { reportFailure } from '../report-failure.ts';
import type { ConnectedShop } from './connected-shop.ts';

export type LimitsAheadOptions = {
  /** The shop that is asked, about its own postings alone. */
  readonly id: ShopId;
  readonly db: BenchDatabase;
  readonly bench: Pick<Bench, 'onBench'>;
  readonly shop: () => Pick<ConnectedShop, 'account' | 'link'> | null;
  /** Epoch ms. */
  readonly now: () => number;
};

/** After a question that had no answer, ms. */
const askAgainMs = 30_000;
/** The posting on the bench is asked about anew when its limits are older than this, ms. */
const freshMs = 86_400_000;

/**
 * Learns ahead what the acceptance point takes: of the posting on the bench, then of the most urgent ones in the queue, one
 * question at a time. Nothing waits for it: limits that nobody knows refuse no parcel, and the shop has the last word.
 */
export function createLimitsAhead({ id, db, bench, shop, now }: LimitsAheadOptions): () => void {
  let isAsking = false;
  let isDenied = false;
  let notBefore = Number.NEGATIVE_INFINITY;

  function nextToAsk(): PostingNumber | null {
    const onBench = bench.onBench?.session;
    const session = onBench?.shop === id ? onBench : undefined;
    const isPacked = session === undefined || !['scanning', 'weighing'].includes(phaseOf(session));
    const askedAt = isPacked ? null : limitsAskedAt(db, session.posting);
    const isFresh = askedAt !== null && Math.abs(now() - askedAt) < freshMs;
    return isPacked || isFresh ? nextWithoutLimits(db, id) : session.posting;
  }

  async function ask(posting: PostingNumber, at: NonNullable<ReturnType<typeof shop>>): Promise<void> {
    const answer = await at.link.call(() => at.account.getAcceptanceLimits(posting));
    if (answer.ok) return keepLimits(db, posting, answer.value, now());
    if (answer.error.code !== 'refused') {
      notBefore = now() + askAgainMs;
      return;
    }
    // Without the right there is nothing more to ask; of other postings the shop may still know limits.
    if (answer.error.shopCode === 'NO_RIGHT') isDenied = true;
    else keepLimits(db, posting, null, now());
  }

  return () => {
    const at = shop();
    const isClockBack = notBefore - now() > askAgainMs;
    if (at === null || isAsking || isDenied || (now() < notBefore && !isClockBack)) return;
    if (at.link.state().state !== 'online') return;
    const posting = nextToAsk();
    if (posting === null) return;
    isAsking = true;
    ask(posting, at)
      .catch((cause) => {
        notBefore = now() + askAgainMs;
        reportFailure('acceptance limits', cause);
      })
      .finally(() => {
        isAsking = false;
      });
  };
}
