const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/**
 * How long to wait before opening a device again, in ms: doubling from 250 ms, never above 5 s, shortened by up to a
 * fifth so that several devices behind one switch do not come back in step.
 * @param failuresInARow openings that failed since the last good one, from 0
 * @param random in [0, 1)
 */
export function reopenPauseMs(failuresInARow: number, random: number): number {
  const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failuresInARow, 16));
  return Math.round(pauseMs * (1 - 0.2 * random));
}
