import type { Posting, PostingStatus } from './posting.ts';

/** Where a posting may go from each status; nothing moves otherwise. */
const NEXT: Readonly<Record<PostingStatus, readonly PostingStatus[]>> = {
  awaiting_packaging: [
    'awaiting_registration',
    'awaiting_deliver',
    'cancelled',
    'cancelled_from_split_pending',
  ],
  awaiting_registration: ['awaiting_deliver', 'cancelled'],
  awaiting_deliver: ['acceptance_in_progress', 'not_accepted', 'arbitration', 'delivering', 'cancelled'],
  acceptance_in_progress: ['not_accepted', 'delivering', 'cancelled'],
  not_accepted: ['arbitration', 'awaiting_deliver', 'cancelled'],
  arbitration: ['awaiting_deliver', 'not_accepted', 'delivering', 'cancelled'],
  delivering: ['driver_pickup', 'delivered', 'cancelled'],
  driver_pickup: ['delivered', 'cancelled'],
  delivered: [],
  cancelled: [],
  cancelled_from_split_pending: [],
};

const SUBSTATUS: Readonly<Record<PostingStatus, string>> = {
  awaiting_packaging: 'posting_created',
  awaiting_registration: 'posting_awaiting_registration',
  awaiting_deliver: 'posting_not_in_carriage',
  acceptance_in_progress: 'posting_acceptance_in_progress',
  not_accepted: 'posting_not_in_sort_center',
  arbitration: 'posting_in_arbitration',
  delivering: 'posting_on_way_to_city',
  driver_pickup: 'posting_driver_pick_up',
  delivered: 'posting_received',
  cancelled: 'posting_canceled',
  cancelled_from_split_pending: 'posting_canceled',
};

/** Moves a posting where it may go and answers true; otherwise leaves it and answers false. `now` in epoch ms. */
export function movePosting(posting: Posting, to: PostingStatus, now: number): boolean {
  if (!NEXT[posting.status].includes(to)) return false;
  posting.status = to;
  setSubstatus(posting, SUBSTATUS[to], now);
  if (to === 'delivering') posting.deliveringAt = now;
  return true;
}

/** Changes the substatus alone, remembering the one before. `now` in epoch ms. */
export function setSubstatus(posting: Posting, substatus: string, now: number): void {
  posting.previousSubstatus = posting.substatus;
  posting.substatus = substatus;
  posting.changedAt = now;
}

/** Cancels a posting where that is still possible; false leaves it as it was. `now` in epoch ms. */
export function cancelPosting(
  posting: Posting,
  why: { reasonId: number; reason: string; type: 'seller' | 'client' | 'ozon' },
  now: number,
): boolean {
  const afterShip = posting.shippedAt !== null;
  if (!movePosting(posting, 'cancelled', now)) return false;
  posting.shipping = false;
  posting.carriageId = null;
  posting.cancellation = { ...why, afterShip };
  return true;
}
