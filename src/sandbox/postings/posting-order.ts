import type { Posting } from './posting.ts';

/** Where a posting stands in a walk: by time, epoch ms, then by number. */
export type Place = { readonly at: number; readonly number: string };
export type Placed = Place & { readonly posting: Posting };
type Postings = ReadonlyMap<string, Posting>;

/**
 * The shop's postings by a time of each. The order is kept until a posting comes, as a walk through very many asks for
 * hundreds of pages; none ever goes.
 */
function orderBy(timeOf: (posting: Posting) => number) {
  const kept = new WeakMap<Postings, readonly Placed[]>();
  return {
    of(postings: Postings): readonly Placed[] {
      const known = kept.get(postings);
      if (known !== undefined && known.length === postings.size) return known;
      const sorted = Array.from(postings.values(), (posting) => ({
        ...{ posting, at: timeOf(posting), number: posting.number },
      })).sort(compare);
      kept.set(postings, sorted);
      return sorted;
    },
    forget: (postings: Postings) => kept.delete(postings),
  };
}

const shipments = orderBy((posting) => posting.shipmentAt);
const acceptances = orderBy((posting) => posting.inProcessAt);

/** By cutoff. */
export const byShipment = shipments.of;
/** By when the shop took the order in, which never changes. */
export const byAcceptance = acceptances.of;

/** Gives a posting another cutoff, epoch ms. Nothing else may: the order by cutoff would not know. */
export function moveCutoff(postings: Postings, posting: Posting, at: number): void {
  posting.shipmentAt = at;
  shipments.forget(postings);
}

/** Below 0 where `one` comes first, 0 for the same place. */
export function compare(one: Place, other: Place): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return one.number === other.number ? 0 : one.number < other.number ? -1 : 1;
}
