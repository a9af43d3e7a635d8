import { PostingNumber } from '#domain/ids.ts';
import { contentsKey } from '#domain/packing/session-event.ts';
import { type Contents, restOf } from '#domain/posting/divide.ts';
import { err, ok } from '#domain/result.ts';
import type { ShopAnswer, ShopFailure } from '../../seller-account.ts';
import type { AccountParts } from '../account-parts.ts';
import { METHOD } from '../methods.ts';
import { readPosting } from '../postings.ts';
import { ShipAnswer } from '../wire/ship.ts';
import { contentsOf, partBody } from './contents.ts';

/**
 * `/v4/posting/fbs/ship/package`: what is named becomes a posting of its own and is packed, what is left stays in the posting. As a ship
 * it is asynchronous, and it is sent once.
 */
export async function shipPart(
  parts: AccountParts,
  {
    number,
    part,
    doubted,
  }: {
    readonly number: PostingNumber;
    readonly part: Contents;
    readonly doubted: readonly PostingNumber[] | null;
  },
  signal: AbortSignal | undefined,
): ShopAnswer<PostingNumber> {
  if (doubted !== null) {
    const made = await madeOf(parts, number, part, doubted, { code: 'unknown', detail: number });
    if (made.ok) return made;
  }
  const before = await readPosting(parts, number, 'screen', signal);
  if (!before.ok) return before;
  const { available_actions: actions, status, related_postings: related } = before.value;
  if (actions !== null && !actions.includes('ship') && !actions.includes('ship_async'))
    return err({ code: 'refused', shopCode: 'NOT_OFFERED', detail: `${number}: ${status}` });
  if (restOf(contentsOf(before.value), part) === null)
    return err({ code: 'refused', shopCode: 'NOT_A_PART', detail: number });
  const body = { posting_number: number, ...partBody(part) };
  const options = { effect: 'once', urgency: 'screen', signal } as const;
  const answer = await parts.client.call(METHOD.shipPart, body, ShipAnswer, options);
  if (answer.ok) {
    const made = PostingNumber.safeParse(answer.value.result[0]);
    if (made.success && answer.value.result.length === 1 && made.data !== number) return ok(made.data);
    return madeOf(parts, number, part, related.related_posting_numbers, {
      ...{ code: 'unknown', detail: answer.value.result.join(' ') },
    });
  }
  return answer.error.code === 'unknown'
    ? madeOf(parts, number, part, related.related_posting_numbers, answer.error)
    : answer;
}

/** The posting that came of it: one that was not there before, came of this one, and holds just these goods. */
async function madeOf(
  parts: AccountParts,
  number: PostingNumber,
  part: Contents,
  known: readonly string[],
  failure: ShopFailure,
): ShopAnswer<PostingNumber> {
  const now = await readPosting(parts, number, 'screen', undefined);
  if (!now.ok) return err(failure);
  const fresh = now.value.related_postings.related_posting_numbers.filter((one) => !known.includes(one));
  for (const one of fresh) {
    const child = await readPosting(parts, one, 'screen', undefined);
    if (!child.ok || child.value.parent_posting_number !== number) continue;
    const made = PostingNumber.safeParse(one);
    if (made.success && contentsKey([...contentsOf(child.value)]) === contentsKey([...part]))
      return ok(made.data);
  }
  return err(failure);
}
