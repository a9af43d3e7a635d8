/** Longest pause between two tries, ms. */
export const longestPauseMs = 600_000;

/**
 * The pause before the next try, ms: full jitter over a doubling ceiling, so that benches which lost the network
 * together do not come back together. `attempts` counts the failed tries, from 1; `random` is in [0, 1).
 */
export function backoffMs(attempts: number, random: number, firstMs = 1_000): number {
  const ceilingMs = Math.min(longestPauseMs, firstMs * 2 ** Math.min(attempts - 1, 20));
  return Math.round(ceilingMs / 2 + (random * ceilingMs) / 2);
}
