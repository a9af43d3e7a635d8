/** How far a posting that was handed over is with the shop. */
export const acceptanceStates = [
  /** Not looked at by the shop yet. */
  'waiting',
  'accepting',
  'accepted',
  /** The shop says that it was not there. */
  'missing',
  /** The shop has accepted the rest and says nothing of it. */
  'unscanned',
  /** Seller and shop do not agree on it. */
  'disputed',
  /** It goes with another handover. */
  'returned',
  'cancelled',
  /** In a word that this version does not know. */
  'unknown',
] as const;
export type AcceptanceState = (typeof acceptanceStates)[number];

/** What a reading of the shop's can say by itself. */
export type ReadAcceptance = Exclude<AcceptanceState, 'unscanned' | 'returned'>;

const ENDS: ReadonlySet<AcceptanceState> = new Set(['accepted', 'returned', 'cancelled']);

/** Is nothing more to come of it in this handover? */
export function isSettled(state: AcceptanceState): boolean {
  return ENDS.has(state);
}

/** Is it missing, so that a person must decide? */
export function isGap(state: AcceptanceState): boolean {
  return state === 'missing' || state === 'unscanned';
}

/**
 * How a posting stands in its handover: `before` is what was known (null for the first time), `read` what the shop says of it
 * now, `isOver` whether the shop has accepted the handover as a whole. What the shop had missed or disputed and is to be
 * handed over again has left this handover; what it never said a word of is missing once the rest is accepted.
 */
export function acceptanceOf(
  before: AcceptanceState | null,
  read: ReadAcceptance,
  isOver: boolean,
): AcceptanceState {
  if (before !== null && isSettled(before)) return before;
  if (read === 'unknown') return before ?? 'unknown';
  if (read !== 'waiting') return read;
  if (before === 'missing' || before === 'disputed') return 'returned';
  return isOver ? 'unscanned' : 'waiting';
}
