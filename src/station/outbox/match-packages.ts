import type { PostingNumber } from '#domain/ids.ts';
import { contentsKey, type SessionEventOf } from '#domain/packing/session-event.ts';
import type { Posting } from '#domain/posting/posting.ts';

export type MatchedPackage = {
  readonly n: number;
  readonly shopPosting: PostingNumber;
  readonly labelBarcodes: string[];
};

/**
 * Which of the shop's postings is which package: by contents, as the shop promises no order; equal contents are
 * interchangeable until a label is on them. Null unless every package has a posting of its own with just these goods: a
 * label on other goods than it speaks of is a wrong parcel.
 */
export function matchPackages(
  packages: SessionEventOf<'ship-requested'>['packages'],
  shipped: readonly Posting[],
): MatchedPackage[] | null {
  const free = [...shipped];
  const matched: MatchedPackage[] = [];
  for (const { n, contents } of packages) {
    const key = contentsKey(contents);
    const index = free.findIndex((posting) => contentsKey(posting.lines) === key);
    const [posting] = index === -1 ? [] : free.splice(index, 1);
    if (posting === undefined) return null;
    matched.push({ n, shopPosting: posting.number, labelBarcodes: posting.labelBarcodes });
  }
  return matched;
}
