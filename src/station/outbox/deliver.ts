import { longestPauseMs } from '#domain/backoff.ts';
import type { PostingNumber } from '#domain/ids.ts';
import type { RefusedCode } from '#domain/packing/refused-markings.ts';
import { contentsKey } from '#domain/packing/session-event.ts';
import type { Posting } from '#domain/posting/posting.ts';
import { assertNever } from '#domain/result.ts';
import type { SellerAccount, ShopFailure } from '../shop/seller-account.ts';
import type { Delivery } from './delivery.ts';
import { matchPackages } from './match-packages.ts';
import type { OutboxPayload } from './outbox-payload.ts';

/** What is owed, and what is known of the tries before, as the row has it. Times in epoch ms. */
export type Attempt = {
  readonly payload: OutboxPayload;
  readonly posting: PostingNumber;
  readonly now: number;
  readonly isFirst: boolean;
  /** When a request to ship last left that may have arrived; null while none did. */
  readonly sentAt: number | null;
  /** When the shop said that it had taken that request. */
  readonly takenAt: number | null;
  /** How often it was sent. */
  readonly sends: number;
  /** A lead has looked at it and wants it told all the same. */
  readonly isVouchedFor: boolean;
};

/** A word of our own, among the shop's: it has shipped what this bench never asked it to ship. */
const shippedElsewhere: Delivery = {
  kind: 'parked',
  shopCode: 'SHIPPED_ELSEWHERE',
  detail: 'the shop has it shipped, and not by this bench',
};
/** A ship that the shop takes and then fails at is sent this often; then a person must see why. */
const sendsMax = 5;
/** One that is not shipped afterwards, though it was taken or may have arrived, this often: for a quarter of an hour at least. */
const sendsUnheededMax = 8;
/** How long a request whose answer was lost may still be on its way, ms; twice as long after each from the third on. */
const arrivesWithinMs = 10_000;
/** How long the shop's own copies may lag behind a request that it has taken, ms. */
const showsWithinMs = 120_000;

/** Tells the shop one thing, asking for its state first. Never throws for what a network or a shop can do. */
export async function deliver(
  attempt: Attempt,
  account: SellerAccount,
  signal: AbortSignal,
): Promise<Delivery> {
  switch (attempt.payload.kind) {
    case 'markings':
      return deliverMarkings(attempt, attempt.payload, account, signal);
    case 'ship':
      return deliverShip(attempt, attempt.payload, account, signal);
    default:
      return assertNever(attempt.payload);
  }
}

/**
 * Ships a posting once. The shop has no idempotency key, so every try begins with the question where the posting
 * stands; what is shipped is not sent again. What is shipped though no request ever left here was shipped by somebody
 * else, who may have a parcel with its label: that is a person's decision.
 */
async function deliverShip(
  attempt: Attempt,
  payload: Extract<OutboxPayload, { kind: 'ship' }>,
  account: SellerAccount,
  signal: AbortSignal,
): Promise<Delivery> {
  const state = await account.getShipState(attempt.posting, signal);
  if (!state.ok) return failed(state.error, false);
  switch (state.value.state) {
    case 'shipped':
      return isOurs(attempt) ? asPacked(attempt, payload, state.value.postings) : shippedElsewhere;
    case 'in-process':
      return { kind: 'in-process' };
    case 'cancelled':
      return { kind: 'cancelled' };
    case 'other':
      return {
        kind: 'parked',
        shopCode: state.value.shopStatus,
        detail: `the posting is ${state.value.shopStatus} at the shop`,
      };
    case 'not-shipped':
      // What is read may be older than what was sent.
      if (sinceSentMs(attempt) < believedAfterMs(attempt)) return { kind: 'in-process' };
      if (attempt.sentAt !== null && attempt.sends >= sendsUnheededMax)
        return { kind: 'parked', shopCode: 'NOT_SHIPPED', detail: state.value.posting.shopStatus };
      break;
    case 'failed':
      // What is read may still be the failure of the try before.
      if (sinceSentMs(attempt) < arrivesWithinMs) return { kind: 'in-process' };
      if (attempt.sends >= sendsMax)
        return { kind: 'parked', shopCode: 'SHIP_FAILED', detail: state.value.detail };
  }
  const packages = payload.packages.map((parcel) => parcel.contents);
  const sent = await account.ship(attempt.posting, packages, signal);
  if (!sent.ok) return failed(sent.error, true);
  if (sent.value === 'was-shipped' && !isOurs(attempt)) return shippedElsewhere;
  return { kind: 'in-process', isTaken: true };
}

/**
 * Done when the shop has shipped the packages that are on the bench. Readings lag package by package: fewer of them, or
 * with the goods from before the ship, are at first taken for that.
 */
function asPacked(
  attempt: Attempt,
  { packages }: Extract<OutboxPayload, { kind: 'ship' }>,
  shipped: readonly Posting[],
): Delivery {
  if (matchPackages(packages, shipped) !== null) return { kind: 'done', shipped };
  if (sinceSentMs(attempt) < showsWithinMs) return { kind: 'in-process' };
  const detail = shipped.map(({ number, lines }) => `${number}: ${contentsKey(lines)}`).join('; ');
  return { kind: 'parked', shopCode: 'PACKAGES_DIFFER', detail };
}

function isOurs({ sentAt, isVouchedFor }: Attempt): boolean {
  return sentAt !== null || isVouchedFor;
}

/** However the clock was set meanwhile, it is some time: a row must not wait for a clock to come round again. */
function sinceSentMs({ now, sentAt }: Attempt): number {
  return sentAt === null ? Number.POSITIVE_INFINITY : Math.abs(now - sentAt);
}

/** How long after the last request the shop's word that nothing is shipped counts for nothing, ms. */
function believedAfterMs({ takenAt, sends }: Attempt): number {
  if (takenAt !== null) return showsWithinMs;
  return Math.min(longestPauseMs, arrivesWithinMs * 2 ** Math.max(0, sends - 2));
}

async function deliverMarkings(
  attempt: Attempt,
  payload: Extract<OutboxPayload, { kind: 'markings' }>,
  account: SellerAccount,
  signal: AbortSignal,
): Promise<Delivery> {
  const { posting } = attempt;
  const ship = await account.getShipState(posting, signal);
  if (!ship.ok) return failed(ship.error, false);
  if (ship.value.state === 'cancelled') return { kind: 'cancelled' };
  if (ship.value.state === 'shipped') return { kind: 'done', shipped: [] };
  if (!attempt.isFirst) {
    const state = await account.getMarkingState(posting, signal);
    if (!state.ok) return failed(state.error, false);
    if (state.value.state === 'accepted') return { kind: 'done', shipped: [] };
    if (state.value.state === 'checking') return { kind: 'in-process' };
    if (state.value.codes.length > 0) return refusedMarkings(state.value.codes);
  }
  // Sending the full set again is harmless, so an unknown outcome here is simply another try.
  const sent = await account.setMarkings(posting, payload.units, signal);
  return sent.ok ? { kind: 'in-process' } : failed(sent.error, false);
}

function refusedMarkings(codes: readonly RefusedCode[]): Delivery {
  const detail = codes.map((code) => `${code.markingCode}: ${code.reasons.join(', ')}`).join('; ');
  return { kind: 'parked', shopCode: 'MARKING_CODES_REFUSED', detail, codes };
}

function failed(failure: ShopFailure, changed: boolean): Delivery {
  switch (failure.code) {
    case 'retry':
      return {
        ...{ kind: 'retry', afterMs: failure.afterMs, detail: failure.detail },
        ...(failure.isPause ? { isPause: true } : {}),
      };
    case 'unknown':
      return changed
        ? { kind: 'unknown', detail: failure.detail }
        : { kind: 'retry', afterMs: null, detail: failure.detail };
    case 'malformed':
      return changed
        ? { kind: 'unknown', detail: failure.detail }
        : { kind: 'retry', afterMs: null, detail: failure.detail };
    case 'refused':
      return { kind: 'parked', shopCode: failure.shopCode, detail: failure.detail };
    case 'unauthorized':
      return { kind: 'unauthorized', detail: failure.detail };
    default:
      return assertNever(failure);
  }
}
