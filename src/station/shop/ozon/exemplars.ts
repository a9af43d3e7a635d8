import type { PostingNumber } from '#domain/ids.ts';
import { ok } from '#domain/result.ts';
import type { SellerAccount, ShopAnswer, UnitFacts } from '../seller-account.ts';
import type { AccountParts } from './account-parts.ts';
import type { CallOptions } from './client.ts';
import {
  exemplarCheckBody,
  exemplarSetBody,
  markingStateFromWire,
  refusedByCheck,
} from './mapping/markings.ts';
import { METHOD } from './methods.ts';
import { createRecent } from './recent.ts';
import {
  ExemplarCheckAnswer,
  ExemplarStatusAnswer,
  ExemplarsAnswer,
  type WireExemplars,
} from './wire/exemplar.ts';
import { anything } from './wire/fields.ts';

/** How long after a set the shop's verdict may still be the one from before, in ms. */
const SETTLING_MS = 30_000;

/** Marking codes: `/v6/…/exemplar/create-or-get`, `/v6/…/exemplar/set`, `/v5/…/exemplar/validate`, `/v5/…/exemplar/status`. */
export function markingMethods(
  parts: AccountParts,
): Pick<SellerAccount, 'setMarkings' | 'checkMarkings' | 'getMarkingState'> {
  const recentlySet = createRecent<true>(parts.now, SETTLING_MS);

  return {
    async setMarkings(number, units, signal) {
      // Sending the full set twice leaves the same set, so a lost answer is simply sent again.
      const options: CallOptions = { effect: 'repeatable', urgency: 'packer', signal };
      let answer = await setExemplars(parts, number, units, options);
      // The ids of exemplars change when a posting is split; the second try reads them anew.
      if (!answer.ok && /does not belong to product/i.test(answer.error.detail)) {
        answer = await setExemplars(parts, number, units, options);
      }
      const defined =
        !answer.ok &&
        answer.error.code === 'refused' &&
        answer.error.shopCode === 'EXEMPLAR_INFO_ALREADY_DEFINED';
      if (!answer.ok && !defined) return answer;
      recentlySet.set(number, true);
      return ok(undefined);
    },
    async checkMarkings(number, units, signal) {
      const body = exemplarCheckBody(number, units);
      const options: CallOptions = { effect: 'repeatable', urgency: 'screen', signal };
      const answer = await parts.client.call(METHOD.exemplarCheck, body, ExemplarCheckAnswer, options);
      return answer.ok ? ok(refusedByCheck(answer.value, units)) : answer;
    },
    async getMarkingState(number, signal) {
      const answer = await parts.client.call(
        METHOD.exemplarStatus,
        { posting_number: number },
        ExemplarStatusAnswer,
        {
          effect: 'repeatable',
          urgency: 'packer',
          signal,
        },
      );
      return answer.ok ? ok(markingStateFromWire(answer.value, recentlySet.get(number) ?? false)) : answer;
    },
  };
}

/** What Ozon holds of the units of a posting; it makes a place for each where there is none yet. */
export function readExemplars(
  { client }: AccountParts,
  number: PostingNumber,
  options: CallOptions,
): ShopAnswer<WireExemplars> {
  return client.call(METHOD.exemplars, { posting_number: number }, ExemplarsAnswer, options);
}

/** Sends the full set once, as it fits what Ozon holds now. */
export async function setExemplars(
  parts: AccountParts,
  number: PostingNumber,
  units: readonly UnitFacts[],
  options: CallOptions,
): ShopAnswer<void> {
  const exemplars = await readExemplars(parts, number, options);
  if (!exemplars.ok) return exemplars;
  const body = exemplarSetBody(number, exemplars.value, units);
  if (!body.ok) return body;
  const answer = await parts.client.call(METHOD.exemplarSet, body.value, anything, options);
  return answer.ok ? ok(undefined) : answer;
}
