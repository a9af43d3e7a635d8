import { create } from 'zustand';
import type { BenchView } from '#contract/bench-view.ts';
import type { StationStatus } from '#contract/bridge.ts';
import type { ScaleView } from '#contract/events.ts';
import { type Announcements, nothingAnnounced } from './announced.ts';

/** What the window knows of the bench: only what the station said, and which screen is open. */
export interface BenchState {
  readonly status: StationStatus;
  /** Null until the station has answered for the first time. */
  readonly view: BenchView | null;
  readonly scale: ScaleView | null;
  readonly announcements: Announcements;
}

/** The one store of the window; written by `feedBenchStore` alone. */
export const useBench = create<BenchState>()(() => ({
  status: { state: 'starting', restarts: 0 },
  view: null,
  scale: null,
  announcements: nothingAnnounced,
}));

/** Which station is up, counted since main started; null while none is. Whatever an earlier one said is asked anew. */
export function stationGeneration({ status }: Pick<BenchState, 'status'>): number | null {
  return status.state === 'up' ? status.restarts : null;
}

/** Does no shop of this bench answer at present? */
export function isShopAway({ view }: Pick<BenchState, 'view'>): boolean {
  const shops = view?.shops ?? [];
  return shops.length > 0 && shops.every(({ state }) => state === 'offline');
}

/** Which of the two benches of this window it is. What a person began at one of them is not gone on with at the other. */
export function benchOf({ isDemo }: Pick<BenchView, 'isDemo'>): 'demo' | 'own' {
  return isDemo ? 'demo' : 'own';
}
