import { z } from 'zod';

const DAY_MS = 86_400_000;
const BACK_MS = 90 * DAY_MS;
const AHEAD_MS = 180 * DAY_MS;
/** A period of the list of changes may not be longer; a day less, as its own end lies ahead. */
export const YEAR_MS = 364 * DAY_MS;
/** A lane divides what is left of it so many of its pages ahead, */
const PAGES_AHEAD = 12;
/** and not where no more than this is left. */
const PAGES_LEFT_MIN = 3;

/**
 * Where a walk through a list of postings stands. The list is cut and sorted by a moment: the cutoff of the unfinished and cancelled
 * ones, the order's of the changes. Times in epoch ms. `at`, `since`: when the walk began, and from when on changes are wanted; they stay the same.
 */
const Place = z.object({
  phase: z.enum(['unfinished', 'cancelled', 'changes']),
  at: z.int(),
  since: z.int(),
  /** The shop's own cursor; "" at the beginning of this window. */
  next: z.string(),
  /** The window that the shop is asked for, ends included. */
  from: z.int(),
  to: z.int(),
  /** From this moment on another lane reads; null where this one reads to the window's end. */
  until: z.int().nullable(),
  /** The last moment that was read, and how much time that page spans; null before the first page. */
  last: z.int().nullable(),
  span: z.int().nonnegative(),
  /** Backwards, to meet the lane that comes the other way, and whether there is one. */
  isBackwards: z.boolean(),
  isPaired: z.boolean(),
  /** Of all lanes of this phase, the one behind which the next phase begins. */
  isLast: z.boolean(),
});
export type Place = z.output<typeof Place>;

/** The beginning of a phase of a walk that began at `at` and wants changes from `since` on. */
export function startOf(phase: Place['phase'], at: number, since: number): Place {
  const window =
    phase === 'changes' ? { from: at - YEAR_MS, to: at + DAY_MS } : { from: at - BACK_MS, to: at + AHEAD_MS };
  return {
    ...{ phase, at, since, next: '', ...window, until: null, last: null, span: 0 },
    ...{ isBackwards: false, isPaired: false, isLast: true },
  };
}

/** A place as the opaque cursor that the bench keeps. */
export function cursorOf(place: Place): string {
  return Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');
}

/** The place that a cursor stands for; null where it is none of this version. */
export function placeIn(cursor: string): Place | null {
  try {
    return Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    return null;
  }
}

/** A page of the list: the moments of its rows (null where one is missing) and how to go on. */
export type PlacePage = {
  readonly moments: readonly (number | null)[];
  readonly hasNext: boolean;
  readonly cursor: string;
};

/** Whether a page is sorted as the walk believes, so that its last moment says what lies behind it. */
export function isInOrder(place: Place, { moments }: PlacePage): boolean {
  let before = place.last ?? (place.isBackwards ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY);
  for (const moment of moments) {
    if (moment === null || (place.isBackwards ? moment > before : moment < before)) return false;
    before = moment;
  }
  return true;
}

/**
 * Where to go on behind a page; null at the end of the lane. `isSorted` false: nothing is believed of the order, and the lane reads its
 * whole window.
 */
export function placeBehind(place: Place, page: PlacePage, isSorted: boolean): Place | null {
  const last = isSorted ? (page.moments.at(-1) ?? null) : null;
  const isDone = place.until !== null && last !== null && !place.isBackwards && last >= place.until;
  // A shop that answers with the cursor it was given would be read for ever.
  if (!isDone && page.hasNext && page.cursor !== place.next) {
    const first = page.moments[0] ?? null;
    const span = last === null || first === null ? 0 : Math.abs(last - first);
    return { ...place, next: page.cursor, last, span };
  }
  return place.phase === 'unfinished' && place.isLast ? startOf('cancelled', place.at, place.since) : null;
}

/**
 * Divides what a lane has left. By time: the lane reads up to a moment and another one from there on, so that each moment is read
 * by one of them. Where it is all one moment: the other one comes from the far end, and they meet. Null where that is not worth a
 * call or nothing is known of what is left.
 */
export function forked(place: Place): readonly [Place, Place] | null {
  const { last, span, until, to, isPaired, isBackwards } = place;
  if (last === null || isPaired || isBackwards || place.next === '') return null;
  const end = until ?? to + 1;
  const left = end - last;
  if (left <= 1) return place.isLast ? null : fromBothEnds(place, last, end);
  if (span > 0 && left < span * PAGES_LEFT_MIN) return null;
  const ahead = span === 0 ? 1 : span * PAGES_AHEAD;
  const at = last + (ahead < left ? ahead : Math.max(1, Math.floor(left / 2)));
  return [
    { ...place, until: at, isLast: false },
    { ...place, next: '', from: at, last: null, span: 0 },
  ];
}

function fromBothEnds(place: Place, last: number, end: number): readonly [Place, Place] {
  const here = { ...place, isPaired: true };
  const other = { ...here, next: '', from: last, to: end, until: null, last: null, span: 0 };
  return [here, { ...other, isBackwards: true, isLast: false }];
}
