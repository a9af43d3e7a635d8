import { cursorOf, keyFrom, type Page } from '../http/cursor.ts';
import type { Posting } from './posting.ts';

type Walk = { readonly cursor: string; readonly limit: number; readonly descending: boolean };
/** Where a posting stands in a walk: by time, then by number. */
type Place = { readonly at: number; readonly number: string };

/**
 * The page of wanted postings by time (epoch ms), and by number within one, after `cursor`; null for a cursor that is none. Of very
 * many only those of the page are sorted, as a walk through all of them asks for hundreds of pages.
 */
export function pageOf(
  postings: Iterable<Posting>,
  timeOf: (posting: Posting) => number,
  isWanted: (posting: Posting) => boolean,
  { cursor, limit, descending }: Walk,
): Page<Posting> | null {
  const after = cursor === '' ? null : placeFrom(cursor);
  if (cursor !== '' && after === null) return null;
  const sign = descending ? -1 : 1;
  const first: { readonly posting: Posting; readonly place: Place }[] = [];
  let isMore = false;
  for (const posting of postings) {
    const at = timeOf(posting);
    const { number } = posting;
    const end = first.length === limit ? first.at(-1)?.place : undefined;
    if (after !== null && compare(at, number, after) * sign <= 0) continue;
    if (isMore && end !== undefined && compare(at, number, end) * sign > 0) continue;
    if (!isWanted(posting)) continue;
    if (end !== undefined) {
      isMore = true;
      if (compare(at, number, end) * sign > 0) continue;
      first.pop();
    }
    first.splice(placeIn(first, { at, number }, sign), 0, { posting, place: { at, number } });
  }
  const last = first.at(-1);
  return {
    items: first.map((one) => one.posting),
    hasNext: isMore,
    cursor: isMore && last !== undefined ? cursorOf(`${last.place.at} ${last.place.number}`) : '',
  };
}

function placeIn(sorted: readonly { readonly place: Place }[], place: Place, sign: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = sorted[middle];
    if (other !== undefined && compare(other.place.at, other.place.number, place) * sign < 0)
      low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of two bare values, as most postings are looked at and left: nothing is made for them. */
function compare(at: number, number: string, other: Place): number {
  if (at !== other.at) return at < other.at ? -1 : 1;
  return number === other.number ? 0 : number < other.number ? -1 : 1;
}

function placeFrom(cursor: string): Place | null {
  const [at = '', number = ''] = (keyFrom(cursor) ?? '').split(' ');
  return at === '' || !Number.isFinite(Number(at)) ? null : { at: Number(at), number };
}
