import type { ReadAcceptance } from '#domain/posting/acceptance.ts';

const STATES: ReadonlyMap<string, ReadAcceptance> = new Map([
  ['awaiting_deliver', 'waiting'],
  ['acceptance_in_progress', 'accepting'],
  ['not_accepted', 'missing'],
  ['arbitration', 'disputed'],
  ['client_arbitration', 'disputed'],
  ['delivering', 'accepted'],
  ['driver_pickup', 'accepted'],
  ['sent_by_seller', 'accepted'],
  ['delivered', 'accepted'],
  ['cancelled', 'cancelled'],
  ['cancelled_from_split_pending', 'cancelled'],
]);

/** How far a posting that was handed over is, by Ozon's word; a word that says nothing of it gives `unknown`. */
export function acceptanceByStatus(shopStatus: string): ReadAcceptance {
  return STATES.get(shopStatus) ?? 'unknown';
}
