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
