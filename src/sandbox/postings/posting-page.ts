import { cursorOf, keyFrom, type Page } from '../http/cursor.ts';
import type { Posting } from './posting.ts';
import { compare, type Place, type Placed } from './posting-order.ts';

type Walk = { readonly cursor: string; readonly limit: number; readonly descending: boolean };

/** The page of wanted postings of an order, after `cursor`, 1 at least; null for a cursor that is none. */
export function pageOf(
  order: readonly Placed[],
  isWanted: (posting: Posting) => boolean,
  { cursor, limit, descending }: Walk,
): Page<Posting> | null {
  const after = cursor === '' ? null : placeFrom(cursor);
  if (cursor !== '' && after === null) return null;
  const step = descending ? -1 : 1;
  const page: Placed[] = [];
  let isMore = false;
  for (let i = startOf(order, after, descending); i >= 0 && i < order.length; i += step) {
    const placed = order[i];
    if (placed === undefined || !isWanted(placed.posting)) continue;
    isMore = page.length === limit;
    if (isMore) break;
    page.push(placed);
  }
  const last = page.at(-1);
  return {
    items: page.map(({ posting }) => posting),
    hasNext: isMore,
    cursor: isMore && last !== undefined ? cursorOf(`${last.at} ${last.number}`) : '',
  };
}

/** The index of the first posting behind `after`, in the direction of the walk. */
function startOf(order: readonly Placed[], after: Place | null, descending: boolean): number {
  if (after === null) return descending ? order.length - 1 : 0;
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const placed = order[middle];
    if (placed === undefined) break;
    const isBefore = descending ? compare(placed, after) < 0 : compare(placed, after) <= 0;
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return descending ? low - 1 : low;
}

function placeFrom(cursor: string): Place | null {
  const [at = '', number = ''] = (keyFrom(cursor) ?? '').split(' ');
  return at === '' || !Number.isFinite(Number(at)) ? null : { at: Number(at), number };
}
