import type { BenchState } from '../bench-store/bench-store.ts';

/** Was the posting on the bench cancelled, and has nobody answered for it yet? */
export function isCancellationOpen({ view, announcements }: BenchState): boolean {
  const session = view?.session ?? null;
  if (session === null || !session.isCancelled || session.phase !== 'stopped') return false;
  return announcements.answeredCancellation !== session.posting;
}
