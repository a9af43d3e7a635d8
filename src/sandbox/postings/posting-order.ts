import type { Posting } from './posting.ts';

/** Where a posting stands in a walk: by time, epoch ms, then by number. */
export type Place = { readonly at: number; readonly number: string };
export type Placed = Place & { readonly posting: Posting };

type Order = {
  /** As the shop holds them, each with its time when the order was made. */
  readonly held: readonly Placed[];
  readonly sorted: readonly Placed[];
};

/** Puts the shop's postings in order; made once for each list. */
export type PostingOrder = (postings: ReadonlyMap<string, Posting>) => readonly Placed[];

/**
 * An order by a time of each posting. It is kept for as long as no posting comes, goes or moves, as a walk through very many asks
 * for hundreds of pages.
 */
export function orderBy(timeOf: (posting: Posting) => number): PostingOrder {
  const kept = new WeakMap<ReadonlyMap<string, Posting>, Order>();
  return (postings) => {
    const known = kept.get(postings);
    if (known !== undefined && isStill(known.held, postings, timeOf)) return known.sorted;
    const held = Array.from(postings.values(), (posting) => ({
      ...{ posting, at: timeOf(posting), number: posting.number },
    }));
    const order: Order = { held, sorted: held.toSorted(compare) };
    kept.set(postings, order);
    return order.sorted;
  };
}

export function compare(one: Place, other: Place): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return one.number === other.number ? 0 : one.number < other.number ? -1 : 1;
}

function isStill(
  held: readonly Placed[],
  postings: ReadonlyMap<string, Posting>,
  timeOf: (posting: Posting) => number,
): boolean {
  if (held.length !== postings.size) return false;
  let i = 0;
  for (const posting of postings.values()) {
    const before = held[i];
    if (before?.posting !== posting || before.at !== timeOf(posting)) return false;
    i += 1;
  }
  return true;
}
