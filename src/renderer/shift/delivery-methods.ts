import type { ManifestRowView } from '#contract/procedures.ts';

/** One courier's share of a day. */
export interface MethodShare {
  readonly id: string;
  readonly name: string;
  readonly postings: number;
}

/** How many different postings of a day go by each delivery method, by name. */
export function toMethodShares(rows: readonly ManifestRowView[]): readonly MethodShare[] {
  const shares = new Map<string, { readonly name: string; readonly postings: Set<string> }>();
  for (const { deliveryMethodId, deliveryMethod, posting } of rows) {
    const share = shares.get(deliveryMethodId) ?? { name: deliveryMethod, postings: new Set() };
    share.postings.add(posting);
    shares.set(deliveryMethodId, share);
  }
  return [...shares]
    .map(([id, { name, postings }]) => ({ id, name, postings: postings.size }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
