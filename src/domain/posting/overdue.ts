import type { PostingStatus } from './posting.ts';

/** Why a packed parcel wants a look: the shop does not have it though it should, or nothing was heard of it for long. */
export type Overdue = 'not-handed-over' | 'no-news';

/** A parcel of which nothing is heard on its way for this long may be lost, ms. */
export const noNewsMs = 10 * 86_400_000;

/**
 * Is a packed parcel overdue? Before the handover its cutoff says so, after it how long ago the shop said something new. All
 * times in epoch ms; null where nothing is wrong.
 */
export function overdueOf(
  parcel: { readonly status: PostingStatus; readonly cutoffAt: number | null; readonly newsAt: number },
  now: number,
): Overdue | null {
  const { status, cutoffAt, newsAt } = parcel;
  if (status === 'delivered' || status === 'cancelled') return null;
  if (status === 'handed-over') return now - newsAt > noNewsMs ? 'no-news' : null;
  return cutoffAt !== null && cutoffAt < now ? 'not-handed-over' : null;
}
