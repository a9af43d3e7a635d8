import { sortedEdges } from '#domain/packing/acceptance-limits.ts';
import { err, ok } from '#domain/result.ts';
import type { SellerAccount } from '../../seller-account.ts';
import type { AccountParts } from '../account-parts.ts';
import { METHOD } from '../methods.ts';
import { RestrictionsAnswer } from './wire.ts';

const mmPerCm = 10;

/** `/v1/posting/fbs/restrictions`: it always answers limits, also for a parcel that is within them; FBS only. */
export function limitMethods(parts: AccountParts): Pick<SellerAccount, 'getAcceptanceLimits'> {
  return {
    async getAcceptanceLimits(number, signal) {
      const options = { effect: 'repeatable', urgency: 'background', signal } as const;
      const body = { posting_number: number };
      const answer = await parts.client.call(METHOD.restrictions, body, RestrictionsAnswer, options);
      if (!answer.ok) {
        // A help that not every key may read: no reason to think the key itself wrong.
        if (answer.error.code !== 'unauthorized') return answer;
        return err({ code: 'refused', shopCode: 'NO_RIGHT', detail: answer.error.detail });
      }
      const { min_posting_weight, max_posting_weight, width, length, height } = answer.value;
      const mm = (cm: number | null) => (cm === null ? null : cm * mmPerCm);
      const edgesMm = sortedEdges([mm(width), mm(length), mm(height)]);
      return ok({ minWeightG: min_posting_weight, maxWeightG: max_posting_weight, edgesMm });
    },
  };
}
