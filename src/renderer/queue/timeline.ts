import type { ProcedureOutput, QueueEntry } from '#contract/procedures.ts';

/** One cutoff of the timeline. */
export interface CutoffBand {
  readonly cutoffAt: number | null;
  /** How many wait for it, also those that are not listed. */
  readonly postings: number;
  readonly entries: readonly QueueEntry[];
  /** When the last of them is packed if work goes on as in the last hour; null without a pace. */
  readonly doneAt: number | null;
  readonly isTooLate: boolean;
}

const hourMs = 3_600_000;

/**
 * The cutoffs in their order with the postings that wait for each. What waits for earlier cutoffs is packed first, so
 * every band's end counts all before it. Postings without a cutoff come last.
 */
export function toTimeline(
  { cutoffs, packedLastHour }: ProcedureOutput<'queue.cutoffs'>,
  entries: readonly QueueEntry[],
  now: number,
): readonly CutoffBand[] {
  const ordered = [...cutoffs].sort((a, b) => order(a.cutoffAt) - order(b.cutoffAt));
  let before = 0;
  return ordered.map(({ cutoffAt, postings }) => {
    before += postings;
    const doneAt = packedLastHour === 0 ? null : now + (before / packedLastHour) * hourMs;
    return {
      cutoffAt,
      postings,
      entries: entries.filter((entry) => entry.cutoffAt === cutoffAt),
      doneAt,
      isTooLate: cutoffAt !== null && (cutoffAt < now || (doneAt !== null && doneAt > cutoffAt)),
    };
  });
}

function order(cutoffAt: number | null): number {
  return cutoffAt ?? Number.MAX_SAFE_INTEGER;
}
