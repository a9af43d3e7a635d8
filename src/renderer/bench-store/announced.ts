import type { BenchView } from '#contract/bench-view.ts';
import type { StationEvents } from '#contract/events.ts';
import type { PostingNumber } from '#domain/ids.ts';
import type { Verdict } from '#domain/packing/verdict.ts';

/** The last thing the bench said. `turn` grows with each, so that two equal ones are seen and heard as two. */
export type Announced =
  | { readonly kind: 'verdict'; readonly turn: number; readonly seq: number; readonly verdict: Verdict }
  | {
      readonly kind: 'weight';
      readonly turn: number;
      readonly isAccepted: boolean;
      readonly weightG: number;
      readonly expectedG: number | null;
      readonly sentence: string;
    }
  /** A scan that the station could not take, or that it left without an answer: nobody must think it counted. */
  | { readonly kind: 'lost'; readonly turn: number; readonly why: LostScan };

/** `not-taken` never reached the station; of one with `no-answer` nobody knows until the station is back. */
export type LostScan = 'not-taken' | 'no-answer';

/** What has been announced, and up to which verdict. */
export interface Announcements {
  readonly last: Announced | null;
  readonly seenSeq: number;
  readonly turns: number;
  /** The cancelled posting that the packer has answered for. */
  readonly answeredCancellation: PostingNumber | null;
}

export const nothingAnnounced: Announcements = {
  last: null,
  seenSeq: 0,
  turns: 0,
  answeredCancellation: null,
};

/** Takes a verdict in, once: the event and the bench view tell of the same one. */
export function withVerdict(before: Announcements, seq: number, verdict: Verdict): Announcements {
  if (seq <= before.seenSeq) return before;
  const turns = before.turns + 1;
  return {
    last: { kind: 'verdict', turn: turns, seq, verdict },
    seenSeq: seq,
    turns,
    answeredCancellation: answeredAfter(verdict, before.answeredCancellation),
  };
}

/** A cancelled posting that is scanned again must be answered for again. */
function answeredAfter(verdict: Verdict, before: PostingNumber | null): PostingNumber | null {
  if (verdict.code === 'cancelled') return null;
  return verdict.code === 'cancellation-answered' ? verdict.posting : before;
}

/** Takes a judged weight in. */
export function withWeight(before: Announcements, weight: StationEvents['weight']): Announcements {
  const turns = before.turns + 1;
  const { isAccepted, weightG, expectedG, sentence } = weight;
  return {
    ...before,
    last: { kind: 'weight', turn: turns, isAccepted, weightG, expectedG, sentence },
    turns,
  };
}

/** Says that a scan did not count. */
export function withLostScan(before: Announcements, why: LostScan): Announcements {
  const turns = before.turns + 1;
  return { ...before, last: { kind: 'lost', turn: turns, why }, turns };
}

/**
 * The station is another one, which counts its answers from the beginning: the old one's last answer is over. A lost scan
 * stays said until something else is, or nobody would hear of it.
 */
export function forNewStation({ turns, last, answeredCancellation }: Announcements): Announcements {
  return { ...nothingAnnounced, turns, last: last?.kind === 'lost' ? last : null, answeredCancellation };
}

/** A view that was asked for: the last verdict is shown, unless it or a later one is there already. */
export function withAskedView(
  view: Pick<BenchView, 'lastVerdict' | 'verdictSeq'>,
  before: Announcements,
): Announcements {
  const { lastVerdict, verdictSeq } = view;
  if (before.last?.kind === 'lost') return { ...before, seenSeq: Math.max(before.seenSeq, verdictSeq) };
  return lastVerdict === null ? before : withVerdict(before, verdictSeq, lastVerdict);
}
