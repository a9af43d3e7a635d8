import { type CallWindow, createCallWindow } from './call-window.ts';
import type { MethodLimit } from './method-limits.ts';
import { createShopPause, type ShopPause } from './shop-pause.ts';

/** What calls of one method, or of a few that share a limit, go through. */
export type MethodLane = {
  readonly methods: readonly string[];
  /** Null where the method has no limit of its own. */
  readonly window: CallWindow | null;
  readonly pause: ShopPause;
  underWay: number;
};

/** As a call is counted when it is sent and not when it arrives, the shop's minute is taken for a second longer. */
const SLACK_MS = 1000;

/** A lane for each method that is called. */
export function createMethodLanes(limits: readonly MethodLimit[]): {
  readonly of: (method: string) => MethodLane;
  readonly all: () => readonly MethodLane[];
} {
  const limited = limits.map(({ methods, calls, perMs }) =>
    laneOf(methods, createCallWindow(calls, perMs + SLACK_MS)),
  );
  const lanes = new Map(limited.flatMap((lane) => lane.methods.map((method) => [method, lane] as const)));
  return {
    of(method) {
      const lane = lanes.get(method) ?? laneOf([method], null);
      lanes.set(method, lane);
      return lane;
    },
    all: () => [...new Set(lanes.values())],
  };
}

function laneOf(methods: readonly string[], window: CallWindow | null): MethodLane {
  return { methods, window, pause: createShopPause(), underWay: 0 };
}
