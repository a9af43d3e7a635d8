import type { Handover } from '../../seller-account.ts';

const STATUSES: ReadonlyMap<string, Handover['status']> = new Map([
  ['new', 'open'],
  ['awaiting_retry', 'approving'],
  ['in_process', 'approving'],
  ['pending', 'approving'],
  ['completion_enqueued', 'approving'],
  ['completion_processing', 'approving'],
  ['success', 'approved'],
  ['formed', 'approved'],
  ['sended', 'approved'],
  ['completed', 'approved'],
  ['received', 'accepting'],
  ['closed', 'accepted'],
  ['cancelled', 'cancelled'],
  ['cancelation_enqueued', 'cancelled'],
  ['cancelation_processing', 'cancelled'],
]);

/** Our status for a carriage's; `unknown` for a word that this version does not know and for failures. */
export function statusOfCarriage(shopStatus: string): Handover['status'] {
  return STATUSES.get(shopStatus) ?? 'unknown';
}
