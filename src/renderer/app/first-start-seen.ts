import { create } from 'zustand';
import type { BenchView } from '#contract/bench-view.ts';

const useSeen = create<{ readonly isPutOff: boolean }>()(() => ({ isPutOff: false }));

/** Is this a bench that nobody has set up yet, and has nobody put that off? */
export function useFirstStart(view: BenchView): boolean {
  const isPutOff = useSeen((seen) => seen.isPutOff);
  return view.shop.clientId === null && !isPutOff;
}

/** Looks around first; the question comes again with the next start. */
export function putOffFirstStart(): void {
  useSeen.setState({ isPutOff: true });
}
