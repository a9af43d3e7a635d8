import type { PostingStatus } from '#domain/posting/posting.ts';

const STATUSES: ReadonlyMap<string, PostingStatus> = new Map([
  ['awaiting_verification', 'waiting'],
  ['awaiting_approve', 'waiting'],
  ['awaiting_packaging', 'to-pack'],
  // Seen on the live service while an asynchronous ship runs; the documents do not name it.
  ['ship_in_process', 'registering'],
  ['awaiting_registration', 'registering'],
  ['awaiting_deliver', 'packed'],
  ['acceptance_in_progress', 'handed-over'],
  ['not_accepted', 'disputed'],
  ['arbitration', 'disputed'],
  ['client_arbitration', 'disputed'],
  ['delivering', 'handed-over'],
  ['driver_pickup', 'handed-over'],
  ['sent_by_seller', 'handed-over'],
  ['delivered', 'delivered'],
  ['cancelled', 'cancelled'],
  ['cancelled_from_split_pending', 'cancelled'],
]);

/** Our status for Ozon's word; a word that this version does not know gives `unknown`. */
export function statusOfPosting(shopStatus: string): PostingStatus {
  return STATUSES.get(shopStatus) ?? 'unknown';
}
