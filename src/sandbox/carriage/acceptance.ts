import type { Posting } from '../postings/posting.ts';
import { movePosting } from '../postings/posting-status.ts';
import type { World } from '../world/world.ts';
import type { Carriage } from './carriage.ts';
import { contentOf } from './shipments.ts';

/** What the sorting centre makes of a shipment. */
export interface AcceptanceWish {
  /** It says that these were not there. */
  readonly missing: readonly string[];
  /** It says nothing of these: they stay as they are. */
  readonly silent: readonly string[];
  /** It has counted everything; else it is still at it. */
  readonly done: boolean;
}

/** Has the sorting centre accept a shipment that was handed in; false where it was not, or is accepted already. */
export function accept(world: World, carriage: Carriage, wish: AcceptanceWish, now: number): boolean {
  if (carriage.status !== 'sended' && carriage.status !== 'received') return false;
  for (const posting of contentOf(world, carriage).kept) {
    if (wish.silent.includes(posting.number)) continue;
    const isMissing = wish.missing.includes(posting.number);
    if (posting.status === 'awaiting_deliver') movePosting(posting, 'acceptance_in_progress', now);
    if (isMissing) movePosting(posting, 'not_accepted', now);
    else if (wish.done) movePosting(posting, 'delivering', now);
  }
  carriage.missingNumbers = [...new Set([...carriage.missingNumbers, ...wish.missing])];
  carriage.status = wish.done ? 'closed' : 'received';
  carriage.updatedAt = now;
  return true;
}

/** Was it handed in with a shipment that has left the seller? */
export function isHandedIn(world: World, posting: Posting): boolean {
  const carriage = posting.carriageId === null ? undefined : world.carriages.get(posting.carriageId);
  return carriage !== undefined && ['sended', 'received', 'closed'].includes(carriage.status);
}
