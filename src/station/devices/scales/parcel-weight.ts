import { READING_LIFE_MS, type ScaleReading } from './reading.ts';

/** Why there is no weight of a new parcel yet. */
export type WaitingFor =
  /** Nothing, or next to nothing, on the pan. */
  | 'parcel'
  /** Something is on the pan and still moves, or only one stable reading of it has come. */
  | 'stillness'
  /** What is on the pan has been weighed before: it must be lifted off first. */
  | 'removal'
  /** The next weight is of one unit alone: whatever is on the pan must be lifted off first. */
  | 'empty-pan'
  /** Its weight was refused, and nothing was taken out or put in since. */
  | 'mending'
  /** Below zero: the pan was zeroed under load; lift everything off and zero the scale. */
  | 'zero'
  /** A tare was taken off, and nobody knows how much. */
  | 'tare'
  | 'lighter-parcel'
  | 'scale-free'
  | 'scale-answer';

export type ParcelWeight =
  | { readonly kind: 'weight'; readonly tenthsG: number }
  | { readonly kind: 'waiting'; readonly why: WaitingFor };

export type ParcelWeigherOptions = {
  /** The scale's division in tenths of a gram, at least 1; 10 for a scale that shows whole grams. */
  readonly divisionTenthsG: number;
  /** The weights taken last before a restart, in tenths of a gram: they may still stand on the pan. */
  readonly consumedTenthsG?: readonly number[];
};

export type ParcelWeigher = {
  /** Takes the next reading and says whether it makes a weight. */
  readonly feed: (reading: ScaleReading) => ParcelWeight;
  /** Marks the weight last offered as taken: it belongs to a parcel now and is not offered to another. */
  readonly consume: () => void;
  /** The weight last offered was wrong: it is offered again as soon as something was taken out or put in. */
  readonly refuse: () => void;
  /** The packer wants the refused weight judged once more as it is. */
  readonly weighAgain: () => void;
  /** The parcel whose weight was refused has gone on by another way, and is not weighed for the next. */
  readonly consumeRefused: () => void;
  /** True: no weight counts before the pan was empty, unless it is now. False: that is no longer wanted. */
  readonly wantEmpty: (isWanted: boolean) => void;
};

/** Up to here the pan counts as empty, divisions. */
const EMPTY_DIVISIONS = 5;
/** A clear change: more than this many divisions and this share of the weight consumed. */
const CHANGE_DIVISIONS = 20;
const CHANGE_SHARE = 0.02;
/** A parcel whose weight was refused counts as changed from here on, divisions. */
const MENDED_DIVISIONS = 2;

/**
 * Turns readings into the weight of a new parcel. A weight needs the scale's own stable mark and two readings in a row
 * that agree within a division, at most two seconds apart. After `consume`, a weight is offered only when the pan has
 * been empty, or the new weight clearly differs from everything consumed since it was empty: so the parcel before, still
 * on the pan or put back, is never weighed for the next. A weight that was refused is the same parcel's still, and a small
 * change of it counts. A parcel that is on the pan from the start is read.
 */
export function createParcelWeigher({
  divisionTenthsG,
  consumedTenthsG = [],
}: ParcelWeigherOptions): ParcelWeigher {
  const division = Math.max(1, divisionTenthsG);
  const emptyUpTo = EMPTY_DIVISIONS * division;
  let consumed: number[] = [...consumedTenthsG];
  let refused: number | null = null;
  let mustZero = false;
  let isEmpty = false;
  let mustEmpty = false;
  let before: { readonly tenthsG: number; readonly atMs: number } | null = null;
  let offered: number | null = null;

  const isLikeConsumed = (tenthsG: number) =>
    consumed.some(
      (taken) => Math.abs(tenthsG - taken) <= Math.max(CHANGE_DIVISIONS * division, CHANGE_SHARE * taken),
    );
  const waiting = (why: WaitingFor): ParcelWeight => {
    offered = null;
    return { kind: 'waiting', why };
  };
  const forgetAnd = (why: WaitingFor): ParcelWeight => {
    before = null;
    return waiting(why);
  };
  const onPan = (tenthsG: number, atMs: number): ParcelWeight => {
    const last = before;
    before = { tenthsG, atMs };
    if (mustZero) return waiting('zero');
    if (mustEmpty) return waiting('empty-pan');
    if (isLikeConsumed(tenthsG)) return waiting('removal');
    if (refused !== null && Math.abs(tenthsG - refused) < MENDED_DIVISIONS * division)
      return waiting('mending');
    const agrees =
      last !== null &&
      atMs > last.atMs &&
      atMs - last.atMs < READING_LIFE_MS &&
      Math.abs(tenthsG - last.tenthsG) <= division;
    if (!agrees) return waiting('stillness');
    offered = tenthsG;
    return { kind: 'weight', tenthsG };
  };

  return {
    feed: (reading) => {
      isEmpty = false;
      if (reading.tenthsG === null) return forgetAnd(WAITING_FOR[reading.status]);
      if (reading.isNet) return forgetAnd('tare');
      if (Math.abs(reading.tenthsG) <= emptyUpTo) {
        consumed = [];
        refused = null;
        mustZero = false;
        mustEmpty = false;
        isEmpty = true;
        return forgetAnd('parcel');
      }
      if (!reading.stable) return forgetAnd('stillness');
      if (reading.tenthsG < 0) {
        mustZero = true;
        return forgetAnd('zero');
      }
      return onPan(reading.tenthsG, reading.atMs);
    },
    consume: () => {
      if (offered !== null) consumed.push(offered);
      refused = null;
      offered = null;
      before = null;
    },
    refuse: () => {
      refused = offered;
      offered = null;
      before = null;
    },
    weighAgain: () => {
      refused = null;
    },
    consumeRefused: () => {
      if (refused !== null) consumed.push(refused);
      refused = null;
    },
    wantEmpty: (isWanted) => {
      mustEmpty = isWanted && !isEmpty;
      before = null;
    },
  };
}

const WAITING_FOR = {
  overload: 'lighter-parcel',
  underload: 'zero',
  busy: 'scale-free',
  error: 'scale-answer',
  'no-answer': 'scale-answer',
} as const satisfies Record<Extract<ScaleReading, { tenthsG: null }>['status'], WaitingFor>;
