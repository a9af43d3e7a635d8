import type { PostingNumber } from '#domain/ids.ts';
import { err, ok } from '#domain/result.ts';
import type { CancelCause, CancelPort } from '../../cancel-port.ts';
import type { PackageContents, ShopAnswer, ShopFailure } from '../../seller-account.ts';
import type { AccountParts } from '../account-parts.ts';
import type { CallOptions } from '../client.ts';
import { wireId } from '../mapping/wire-id.ts';
import { METHOD } from '../methods.ts';
import { readPosting } from '../postings.ts';
import type { WirePosting } from '../wire/posting.ts';
import { CancelledAnswer, CancelReasonsAnswer, UnitsCancelledAnswer } from './wire.ts';

/** "Other": it wants a sentence (Ozon, `/v2/posting/fbs/cancel`). */
const OTHER_REASON = '402';

/** `/v1/posting/fbs/cancel-reason`, `/v2/posting/fbs/cancel`, `/v2/posting/fbs/product/cancel`. */
export function cancelMethods(parts: AccountParts): CancelPort {
  const { client } = parts;
  const once = (signal: AbortSignal | undefined): CallOptions => ({
    effect: 'once',
    urgency: 'screen',
    signal,
  });

  return {
    async reasonsFor(number, signal) {
      const body = { related_posting_numbers: [number] };
      const options: CallOptions = { effect: 'repeatable', urgency: 'screen', signal };
      const answer = await client.call(METHOD.cancelReasons, body, CancelReasonsAnswer, options);
      if (!answer.ok) return answer;
      const own = answer.value.result.find(({ posting_number }) => posting_number === number);
      return ok(
        (own?.reasons ?? [])
          .filter(({ type_id }) => type_id !== 'buyer')
          .map(({ id, title }) => ({ id, title, needsMessage: id === OTHER_REASON })),
      );
    },
    async cancel(number, cause, signal) {
      const body = { posting_number: number, ...causeBody(cause) };
      const answer = await client.call(METHOD.cancel, body, CancelledAnswer, once(signal));
      if (answer.ok && answer.value.result) return ok(undefined);
      if (!answer.ok && !isDoubtful(answer.error)) return answer;
      const now = await readPosting(parts, number, 'screen', signal);
      if (now.ok && now.value.status === 'cancelled') return ok(undefined);
      return answer.ok || now.ok ? notCancelled(answer) : answer;
    },
    async cancelUnits(number, units, cause, signal) {
      const before = await readPosting(parts, number, 'screen', signal);
      if (!before.ok) return before;
      const body = {
        ...{ posting_number: number, ...causeBody(cause) },
        items: units.map(({ sku, quantity }) => ({ sku: wireId(sku), quantity })),
      };
      const answer = await client.call(METHOD.cancelUnits, body, UnitsCancelledAnswer, once(signal));
      if (answer.ok) return ok(undefined);
      if (!isDoubtful(answer.error)) return answer;
      return afterDoubt(number, answer.error, { before: before.value, units, signal });
    },
  };

  /** A second request would take the units off a second time: the posting says whether the first one counted. */
  async function afterDoubt(
    number: PostingNumber,
    failure: ShopFailure,
    { before, units, signal }: Doubt,
  ): ShopAnswer<void> {
    const now = await readPosting(parts, number, 'screen', signal);
    if (!now.ok) return err(failure);
    const left = quantitiesOf(before);
    for (const { sku, quantity } of units) left.set(sku, (left.get(sku) ?? 0) - quantity);
    const isGone = now.value.status === 'cancelled' && [...left.values()].every((quantity) => quantity <= 0);
    if (isGone || isSame(left, quantitiesOf(now.value))) return ok(undefined);
    if (isSame(quantitiesOf(before), quantitiesOf(now.value)))
      return err({ code: 'retry', afterMs: null, detail: failure.detail });
    return err(failure);
  }
}

type Doubt = {
  readonly before: WirePosting;
  readonly units: PackageContents;
  readonly signal: AbortSignal | undefined;
};

function causeBody({ reasonId, message }: CancelCause): object {
  return { cancel_reason_id: wireId(reasonId), cancel_reason_message: message };
}

/** Refused as cancelled already, or nobody knows: the posting itself tells. */
function isDoubtful(failure: ShopFailure): boolean {
  return (
    failure.code === 'unknown' ||
    (failure.code === 'refused' && failure.shopCode === 'POSTING_ALREADY_CANCELLED')
  );
}

/** The posting stands as before: it may be tried again, unless the shop has said no. */
function notCancelled(answer: Awaited<ShopAnswer<unknown>>): Awaited<ShopAnswer<void>> {
  if (!answer.ok && answer.error.code === 'refused') return err(answer.error);
  const detail = answer.ok ? 'the shop did not cancel it' : answer.error.detail;
  return err({ code: 'retry', afterMs: null, detail });
}

function quantitiesOf({ products }: WirePosting): Map<string, number> {
  const quantities = new Map<string, number>();
  for (const { sku, quantity } of products) quantities.set(sku, (quantities.get(sku) ?? 0) + quantity);
  return quantities;
}

function isSame(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  const skus = new Set([...one.keys(), ...other.keys()]);
  return [...skus].every((sku) => (one.get(sku) ?? 0) === (other.get(sku) ?? 0));
}
