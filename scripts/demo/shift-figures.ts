import type { FrameWatch } from '../window/watch-frames.ts';

/** How fast the bench was, ms. */
export type ShiftFigures = {
  readonly verdicts: number;
  /** From a scan received to its verdict on disk. */
  readonly verdictP50: number;
  readonly verdictP99: number;
  /**
   * From the accepted weight to the label printed, sorted; for postings whose shop and printer were there at once.
   */
  readonly labelMs: readonly number[];
};

/** Reads the figures off what the station told the window. */
export async function shiftFigures(frames: FrameWatch): Promise<ShiftFigures> {
  const took = (await frames.events('verdict')).map(({ data }) => data.tookMs).sort((a, b) => a - b);
  const weights = await frames.events('weight');
  const prints = await frames.events('print');
  const troubled = new Set(
    prints.filter(({ data }) => data.interim || data.state === 'refused').map(({ data }) => data.posting),
  );
  const labelMs = prints.flatMap(({ at, data }) => {
    if (data.state !== 'sent' || troubled.has(data.posting)) return [];
    const weighed = weights.findLast(
      (weight) => weight.at <= at && weight.data.isAccepted && weight.data.posting === data.posting,
    );
    return weighed === undefined ? [] : [at - weighed.at];
  });
  return {
    verdicts: took.length,
    verdictP50: percentile(took, 50),
    verdictP99: percentile(took, 99),
    labelMs: labelMs.sort((a, b) => a - b),
  };
}

/** The smallest of the sorted values that `percent` of them do not exceed; NaN of none. */
export function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}
