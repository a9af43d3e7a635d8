import { type RestartLimit, restartAfterDeath, restartLimit } from '../engine/restart-policy.ts';

/** When a window that crashed is loaded again, and the moments to remember (monotonic ms, ascending). */
export interface Reload {
  readonly waitMs: number;
  readonly reloadedAtMs: readonly number[];
}

/**
 * A window that crashed at `nowMs` is loaded again at once, but no more often than the station is started again: a page
 * that crashes each time would keep the machine from everything else. It is never given up, as a packer before an empty
 * window has no button to press: it waits until the limit allows it.
 */
export function reloadAfterCrash(
  earlierMs: readonly number[],
  nowMs: number,
  limit: RestartLimit = restartLimit,
): Reload {
  const atOnce = restartAfterDeath(earlierMs, nowMs, limit);
  if (atOnce !== undefined) return { waitMs: 0, reloadedAtMs: atOnce };
  const waitMs = (earlierMs[0] ?? nowMs) + limit.withinMs - nowMs;
  return { waitMs, reloadedAtMs: [...earlierMs.slice(1), nowMs + waitMs] };
}
