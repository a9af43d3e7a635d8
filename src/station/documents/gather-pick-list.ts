import type { QueueEntry } from '../database/posting-queue.ts';
import type { PickList } from './pick-list.ts';

/** One line per product over all postings, in the order they are first needed. `madeAt` is epoch ms. */
export function gatherPickList(entries: readonly QueueEntry[], madeAt: number): PickList {
  const lines = new Map<string, PickList['lines'][number]>();
  for (const { sku, name, quantity } of entries.flatMap((entry) => entry.lines)) {
    const known = lines.get(sku);
    lines.set(sku, { sku, offerId: '', name, quantity: quantity + (known?.quantity ?? 0) });
  }
  const cutoffs = entries.flatMap(({ cutoffAt }) => (cutoffAt === null ? [] : [cutoffAt]));
  return {
    postings: entries.length,
    madeAt,
    cutoffAt: cutoffs.length === 0 ? null : Math.min(...cutoffs),
    lines: [...lines.values()],
  };
}
