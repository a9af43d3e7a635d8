import { create } from 'zustand';
import type { BenchView } from '#contract/bench-view.ts';

const useSeen = create<{ readonly isPutOff: boolean; readonly isConnecting: boolean }>()(() => ({
  isPutOff: false,
  isConnecting: false,
}));

/** Is this a bench that nobody has set up yet, and has nobody put that off? Until somebody who connects a shop is through. */
export function useFirstStart(view: BenchView): boolean {
  const { isPutOff, isConnecting } = useSeen();
  return isConnecting || (view.shops.length === 0 && !isPutOff);
}

/** Looks around first; the question comes again with the next start. */
export function putOffFirstStart(): void {
  useSeen.setState({ isPutOff: true });
}

/** Stays with the first start while a shop is connected, to the last step of it. */
export function setConnecting(isConnecting: boolean): void {
  useSeen.setState({ isConnecting });
}
