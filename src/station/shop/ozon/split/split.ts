import { z } from 'zod';
import { PostingNumber } from '#domain/ids.ts';
import { restOf } from '#domain/posting/divide.ts';
import { err, ok } from '#domain/result.ts';
import type { ShopAnswer, ShopFailure } from '../../seller-account.ts';
import type { SplitPort } from '../../split-port.ts';
import type { AccountParts } from '../account-parts.ts';
import { METHOD } from '../methods.ts';
import { readPosting } from '../postings.ts';
import type { WirePosting } from '../wire/posting.ts';
import { contentsOf, partBody } from './contents.ts';
import { shipPart } from './ship-part.ts';
import { SplitAnswer } from './wire.ts';

/** `/v1/posting/fbs/split`: without packing; the posting itself ends with it. */
export function splitMethods(parts: AccountParts): SplitPort {
  return {
    async split(number, away, signal) {
      const before = await readPosting(parts, number, 'screen', signal);
      if (!before.ok) return before;
      const rest = restOf(contentsOf(before.value), away);
      if (rest === null) return err({ code: 'refused', shopCode: 'NOT_A_PART', detail: number });
      const body = { posting_number: number, postings: [partBody(rest), partBody(away)] };
      const options = { effect: 'once', urgency: 'screen', signal } as const;
      const answer = await parts.client.call(METHOD.split, body, SplitAnswer, options);
      if (answer.ok) return numbersFrom(answer.value.postings.map(({ posting_number }) => posting_number));
      if (answer.error.code !== 'unknown') return answer;
      return afterDoubt(number, answer.error, before.value, signal);
    },
    shipPart: (number, part, doubted, signal) => shipPart(parts, { number, part, doubted }, signal),
  };

  /** Asking a second time could divide what is divided: the posting says whether the first request counted. */
  async function afterDoubt(
    number: PostingNumber,
    failure: ShopFailure,
    before: WirePosting,
    signal: AbortSignal | undefined,
  ): ShopAnswer<readonly PostingNumber[]> {
    const now = await readPosting(parts, number, 'screen', signal);
    if (!now.ok) return err(failure);
    const known = new Set(before.related_postings.related_posting_numbers);
    const fresh = now.value.related_postings.related_posting_numbers.filter((one) => !known.has(one));
    if (fresh.length > 0) return numbersFrom(fresh);
    if (now.value.status === before.status && unitsOf(now.value) === unitsOf(before))
      return err({ code: 'retry', afterMs: null, detail: failure.detail });
    return err(failure);
  }
}

function numbersFrom(words: readonly string[]): Awaited<ShopAnswer<readonly PostingNumber[]>> {
  const numbers = z.array(PostingNumber).safeParse(words);
  // The shop has divided it; what it calls the parts the next reading of the queue shows.
  return numbers.success ? ok(numbers.data) : err({ code: 'unknown', detail: numbers.error.message });
}

function unitsOf({ products }: WirePosting): number {
  return products.reduce((sum, { quantity }) => sum + quantity, 0);
}
