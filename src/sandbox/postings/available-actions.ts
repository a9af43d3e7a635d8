import { isHandedIn } from '../carriage/acceptance.ts';
import type { World } from '../world/world.ts';
import { type Posting, type PostingStatus, unitCount } from './posting.ts';
import { lacksExemplars, markedSkus } from './requirements.ts';

/** What a seller who delivers in person is offered, by status. */
const OWN_DELIVERY: Readonly<Partial<Record<PostingStatus, readonly string[]>>> = {
  awaiting_deliver: ['cancel', 'set_track_number', 'non_int_delivering', 'set_timeslot'],
  delivering: ['set_track_number', 'non_int_last_mile'],
  driver_pickup: ['non_int_delivered'],
};

/** `available_actions`: what the seller may do with the posting now. */
export function availableActions(posting: Posting, world: World): readonly string[] {
  if (posting.selfDelivered && posting.status in OWN_DELIVERY) return OWN_DELIVERY[posting.status] ?? [];
  if (posting.status === 'awaiting_packaging') {
    if (posting.shipping) return ['ship_async_in_process'];
    const own = posting.selfDelivered ? ['set_cutoff', 'set_timeslot'] : [];
    const cancels = [...own, 'cancel', ...(unitCount(posting) > 1 ? ['product_cancel'] : [])];
    if (lacksExemplars(posting, world)) return [...cancels, 'ship_with_additional_info'];
    return [...cancels, posting.substatus === 'ship_failed' ? 'ship_async_retry' : 'ship', 'ship_async'];
  }
  if (posting.status === 'awaiting_deliver') {
    const labels = [
      ...(isHandedIn(world, posting) ? ['arbitration'] : []),
      'cancel',
      'label_download',
      'label_download_big',
      'label_download_small',
      'has_barcode_for_printing',
    ];
    return markedSkus(posting, world).length > 0 ? [...labels, 'update_cis'] : labels;
  }
  if (posting.status === 'not_accepted') return ['arbitration', 'awaiting_delivery'];
  if (posting.status === 'arbitration') return ['awaiting_delivery'];
  return [];
}
