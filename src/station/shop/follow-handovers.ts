import { handoversToCheck } from '../database/acceptances.ts';
import { reportFailure } from '../report-failure.ts';
import { type AcceptanceCheck, checkAcceptance } from './check-acceptance.ts';

/** What was handed over longer ago is not looked at any more, ms. */
const followedMs = 30 * 86_400_000;
const atOnce = 5;

/**
 * Looks at the followed handovers, each again after `everyMs` until the shop has accepted or given up all of it; five with each
 * `look`. A look that is asked for while one is under way does nothing.
 */
export function createHandoverFollower({
  everyMs,
  ...check
}: AcceptanceCheck & { readonly everyMs: number }): {
  readonly look: () => void;
  readonly close: () => Promise<void>;
} {
  let looking: Promise<void> | null = null;
  let isClosed = false;

  async function lookNow(): Promise<void> {
    const at = check.now();
    const due = handoversToCheck(check.db, {
      shop: check.shop.id,
      ...{ since: at - followedMs, checkedBefore: at - everyMs, limit: atOnce },
    });
    for (const id of due) {
      if (isClosed) return;
      const outcome = await checkAcceptance(id, check);
      // Without the shop the others would fail as well.
      if (!outcome.ok && outcome.error.code === 'retry') return;
    }
  }

  return {
    look() {
      if (looking !== null || isClosed) return;
      looking = lookNow()
        .catch((cause) => reportFailure('handovers', cause))
        .finally(() => {
          looking = null;
        });
    },
    async close() {
      isClosed = true;
      await looking;
    },
  };
}
