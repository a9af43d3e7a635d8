import type { PostingNumber } from '#domain/ids.ts';
import type { BenchState } from '../bench-store/bench-store.ts';

/**
 * The cancelled posting that nobody has answered for yet, or null: the one on the bench, or one that was scanned with
 * nothing open. The answer itself counts before the bench's picture of it has come.
 */
export function openCancellation({
  view,
  announcements,
}: Pick<BenchState, 'view' | 'announcements'>): PostingNumber | null {
  const session = view?.session ?? null;
  const onBench = session?.isCancelled === true && session.phase === 'stopped' ? session.posting : null;
  const posting = onBench ?? view?.alarm ?? null;
  return announcements.answeredCancellation === posting ? null : posting;
}
