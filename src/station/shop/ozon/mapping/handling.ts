import type { Handling, PostingTrait, ShopOffer } from '#domain/posting/handling.ts';
import type { WirePosting } from '../wire/posting.ts';

/** Ozon's words for what may be done; those that are not here offer nothing that a bench does. */
const OFFERS: ReadonlyMap<string, ShopOffer> = new Map([
  ['ship_async_retry', 'ship'],
  ['ship_with_additional_info', 'ship'],
  ['cancel', 'cancel'],
  ['product_cancel', 'cancel-units'],
  ['set_track_number', 'tracking-number'],
  ['non_int_delivering', 'tell-delivery'],
  ['non_int_last_mile', 'tell-delivery'],
  ['non_int_delivered', 'tell-delivery'],
  ['label_download', 'label'],
  ['label_download_big', 'label'],
  ['label_download_small', 'label'],
  ['update_cis', 'update-codes'],
  ['arbitration', 'dispute'],
]);

/** What is ready to be shipped may be shipped in part, too; Ozon has no word of its own for that. */
const IS_READY: ReadonlySet<string> = new Set(['ship', 'ship_async']);

function offersOf(action: string): ShopOffer[] {
  if (IS_READY.has(action)) return ['ship', 'ship-part'];
  return [OFFERS.get(action) ?? []].flat();
}

/** How Ozon wants a posting handled. What a method does not speak of at all is unsaid, not denied. */
export function handlingOf(wire: WirePosting): Handling {
  const said = new Map<PostingTrait, boolean | null>([
    [
      'click-and-collect',
      wire.integration_type_flow === 'click_and_collect' ? true : wire.is_click_and_collect,
    ],
    ['multi-box', wire.is_multibox],
    ['presortable', wire.is_presortable],
  ]);
  const traits = [...said];
  return {
    substatus: wire.substatus.slice(0, 200),
    offers: wire.available_actions === null ? null : [...new Set(wire.available_actions.flatMap(offersOf))],
    traits: traits.flatMap(([trait, is]) => (is === true ? [trait] : [])),
    unsaid: traits.flatMap(([trait, is]) => (is === null ? [trait] : [])),
    company: wire.legal_info.company_name.slice(0, 300),
  };
}
