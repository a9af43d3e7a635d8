import type { PostingNumber } from '#domain/ids.ts';
import type { Posting } from '#domain/posting/posting.ts';
import { err, ok } from '#domain/result.ts';
import type {
  PackageContents,
  SellerAccount,
  ShipState,
  ShopAnswer,
  ShopFailure,
} from '../seller-account.ts';
import type { AccountParts } from './account-parts.ts';
import { postingFromWire } from './mapping/posting.ts';
import { wireId } from './mapping/wire-id.ts';
import { METHOD } from './methods.ts';
import { readPosting } from './postings.ts';
import { createRecent } from './recent.ts';
import type { WirePosting } from './wire/posting.ts';
import { ShipAnswer } from './wire/ship.ts';

/** How long the packages that a ship was answered with are waited for by number, in ms. */
const PROMISED_MS = 120_000;
const RELATED_AT_MOST = 50;

/** Refusals after which the posting itself tells whether it is shipped. */
const LOOK_AGAIN = new Set(['HAS_INCORRECT_STATUS', 'TRANSITION_IS_NOT_POSSIBLE']);

/** `/v4/posting/fbs/ship` and what became of it, from `/v3/posting/fbs/get`. */
export function shipMethods(parts: AccountParts): Pick<SellerAccount, 'ship' | 'getShipState'> {
  /** The numbers that a ship was answered with; they show in the posting only later. */
  const promised = createRecent<readonly string[]>(parts.now, PROMISED_MS);

  async function ship(
    number: PostingNumber,
    packages: readonly PackageContents[],
    signal?: AbortSignal,
  ): ShopAnswer<'taken' | 'was-shipped'> {
    const answer = await parts.client.call(METHOD.ship, shipBody(number, packages), ShipAnswer, {
      effect: 'once',
      urgency: 'packer',
      signal,
    });
    if (answer.ok) {
      promised.set(number, answer.value.result);
      return ok('taken');
    }
    const failure = answer.error;
    if (failure.code !== 'refused') return answer;
    if (failure.shopCode === 'POSTING_ALREADY_SHIPPED') return ok('was-shipped');
    if (!LOOK_AGAIN.has(failure.shopCode)) return answer;
    return afterDoubtfulRefusal(number, failure, signal);
  }

  async function afterDoubtfulRefusal(
    number: PostingNumber,
    failure: ShopFailure,
    signal: AbortSignal | undefined,
  ): ShopAnswer<'was-shipped'> {
    const wire = await readPosting(parts, number, 'packer', signal);
    if (!wire.ok) return err({ code: 'unknown', detail: failure.detail });
    const state = stepOf(wire.value);
    if (state === 'done' || state === 'in-process' || state === 'past') return ok('was-shipped');
    // Readable as "to be packed" and refused as "not to be packed": the reading may lag behind.
    if (state === 'not-begun') return err({ code: 'unknown', detail: failure.detail });
    return err(failure);
  }

  async function getShipState(number: PostingNumber, signal?: AbortSignal): ShopAnswer<ShipState> {
    const parent = await readPosting(parts, number, 'packer', signal);
    if (!parent.ok) return parent;
    const step = stepOf(parent.value);
    if (step === 'cancelled') return ok({ state: 'cancelled' });
    if (step === 'past' || step === 'other') return ok({ state: 'other', shopStatus: parent.value.status });
    if (step === 'in-process') return ok({ state: 'in-process' });
    if (step === 'failed') {
      promised.delete(number);
      return ok({ state: 'failed', detail: wordsOf(parent.value) });
    }
    if (step === 'not-begun') {
      const posting = postingFromWire(parts.shop, parent.value);
      if (!posting.success) return err({ code: 'malformed', detail: posting.error.message });
      return ok({ state: 'not-shipped', posting: posting.data });
    }
    return withChildren(number, parent.value, signal);
  }

  /** The parent is packed; a ship in several packages is done when every other package is packed too. */
  async function withChildren(
    number: PostingNumber,
    parent: WirePosting,
    signal: AbortSignal | undefined,
  ): ShopAnswer<ShipState> {
    const awaited = promised.get(number) ?? [];
    const related = parent.related_postings.related_posting_numbers.slice(0, RELATED_AT_MOST);
    const candidates = new Set([...awaited, ...related]);
    candidates.delete(number);
    const packages: WirePosting[] = [parent];
    for (const candidate of candidates) {
      const child = await readPosting(parts, candidate, 'packer', signal);
      if (!child.ok && child.error.code === 'refused' && awaited.includes(candidate)) {
        return ok({ state: 'in-process' });
      }
      if (!child.ok && child.error.code === 'refused') continue;
      if (!child.ok) return child;
      // Related are also the other postings of the same order; only a child comes of this ship.
      if (child.value.parent_posting_number !== number && !awaited.includes(candidate)) continue;
      const step = stepOf(child.value);
      if (step === 'failed') return ok({ state: 'failed', detail: wordsOf(child.value) });
      if (step === 'not-begun' || step === 'in-process') return ok({ state: 'in-process' });
      packages.push(child.value);
    }
    return shipped(packages);
  }

  function shipped(packages: readonly WirePosting[]): Awaited<ShopAnswer<ShipState>> {
    const postings: Posting[] = [];
    for (const wire of packages) {
      const posting = postingFromWire(parts.shop, wire);
      if (!posting.success) return err({ code: 'malformed', detail: posting.error.message });
      postings.push(posting.data);
    }
    return ok({ state: 'shipped', postings });
  }

  return { ship, getShipState };
}

function shipBody(number: PostingNumber, packages: readonly PackageContents[]): object {
  return {
    posting_number: number,
    // In requests about postings Ozon's `product_id` is the SKU.
    packages: packages.map((contents) => ({
      products: contents.map(({ sku, quantity }) => ({ product_id: wireId(sku), quantity })),
    })),
    with: { additional_data: false },
  };
}

type Step = 'not-begun' | 'in-process' | 'failed' | 'done' | 'past' | 'cancelled' | 'other';

/** Where shipping stands for one posting. Statuses that wait, dispute or are unknown are `other`. */
function stepOf(posting: WirePosting): Step {
  switch (posting.status) {
    case 'awaiting_packaging':
      if (posting.available_actions?.includes('ship_async_in_process')) return 'in-process';
      if (posting.substatus === 'ship_failed' || posting.available_actions?.includes('ship_async_retry'))
        return 'failed';
      return 'not-begun';
    case 'awaiting_registration':
    case 'ship_in_process':
      return 'in-process';
    case 'awaiting_deliver':
      return 'done';
    case 'acceptance_in_progress':
    case 'delivering':
    case 'driver_pickup':
    case 'sent_by_seller':
    case 'delivered':
      return 'past';
    case 'cancelled':
      return 'cancelled';
    default:
      return 'other';
  }
}

function wordsOf(posting: WirePosting): string {
  return `${posting.posting_number}: ${posting.status}${posting.substatus === '' ? '' : ` / ${posting.substatus}`}`;
}
