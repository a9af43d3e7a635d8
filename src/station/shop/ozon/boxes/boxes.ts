import { err, ok } from '#domain/result.ts';
import type { SellerAccount } from '../../seller-account.ts';
import type { AccountParts } from '../account-parts.ts';
import { METHOD } from '../methods.ts';
import { BoxesAnswer } from './wire.ts';

/** `/v3/posting/multiboxqty/set`: only for postings with `is_multibox`, and before they are shipped. */
export function boxMethods(parts: AccountParts): Pick<SellerAccount, 'setBoxes'> {
  return {
    async setBoxes(number, boxes, signal) {
      const options = { effect: 'repeatable', urgency: 'screen', signal } as const;
      const body = { posting_number: number, multi_box_qty: boxes };
      const answer = await parts.client.call(METHOD.boxes, body, BoxesAnswer, options);
      if (!answer.ok) return answer;
      return answer.value.result
        ? ok(undefined)
        : err({ code: 'refused', shopCode: 'NOT_DONE', detail: number });
    },
  };
}
