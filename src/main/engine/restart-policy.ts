/** How often the station may be started again: `most` times within `withinMs`. */
export interface RestartLimit {
  readonly most: number;
  readonly withinMs: number;
}

export const restartLimit: RestartLimit = { most: 3, withinMs: 60_000 };

/**
 * Whether the station that died at `nowMs` is started again, given when it was restarted before (any monotonic clock,
 * ms, ascending). Answers the restarts to remember, or `undefined` when it died too often and a person must look.
 */
export function restartAfterDeath(
  earlierMs: readonly number[],
  nowMs: number,
  limit: RestartLimit = restartLimit,
): readonly number[] | undefined {
  const recent = earlierMs.filter((at) => nowMs - at < limit.withinMs);
  return recent.length < limit.most ? [...recent, nowMs] : undefined;
}
