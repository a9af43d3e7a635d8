import type { SessionView } from '#contract/bench-view.ts';

/** Did the shop want other goods while this posting was on the bench, and has nobody answered that yet? */
export function isChanged(session: SessionView | null): boolean {
  return session?.pending?.kind === 'rejection' && session.pending.reason === 'posting-changed';
}
