import { PostingNumber } from '#domain/ids.ts';
import { err, ok } from '#domain/result.ts';
import type { PostingPage, SellerAccount, ShopAnswer } from '../seller-account.ts';
import type { AccountParts } from './account-parts.ts';
import type { Urgency } from './limiter.ts';
import { postingFromWire, postingsFromPage } from './mapping/posting.ts';
import { METHOD } from './methods.ts';
import {
  cursorOf,
  forked,
  isInOrder,
  type Place,
  placeBehind,
  placeIn,
  startOf,
  YEAR_MS,
} from './posting-places.ts';
import {
  ByBarcodeAnswer,
  OnePostingAnswer,
  PostingPageAnswer,
  SortedBy,
  type WirePosting,
} from './wire/posting.ts';
import { withoutRight } from './without-right.ts';

const DAY_MS = 86_400_000;
const PAGE = 100;
/** Cancelled postings are read again for at least this long, as far as the list goes back, and over the last reading's edge. */
const CANCELLED_MS = 2 * DAY_MS;
const BACK_MS = 90 * DAY_MS;
const OVERLAP_MS = 6 * 3_600_000;

/** What a bench can still have on its table or in its racks; travelling ones would fill hundreds of pages. */
const UNFINISHED = [
  'awaiting_registration',
  'acceptance_in_progress',
  'awaiting_approve',
  'awaiting_packaging',
  'awaiting_deliver',
  'arbitration',
  'not_accepted',
];

/** Reads a posting as Ozon words it; the number must be the one that was asked for. */
export async function readPosting(
  { client }: AccountParts,
  number: string,
  urgency: Urgency,
  signal: AbortSignal | undefined,
): ShopAnswer<WirePosting> {
  const body = { posting_number: number, with: { barcodes: true, related_postings: true, legal_info: true } };
  const answer = await client.call(METHOD.posting, body, OnePostingAnswer, {
    effect: 'repeatable',
    urgency,
    signal,
  });
  if (answer.ok && answer.value.posting_number !== number) {
    return err({ code: 'malformed', detail: `asked for ${number}, got ${answer.value.posting_number}` });
  }
  return answer;
}

/** `/v4/posting/fbs/unfulfilled/list`, `/v4/posting/fbs/list`, `/v3/posting/fbs/get` and `/v2/posting/fbs/get-by-barcode`. */
export function postingMethods(
  parts: AccountParts,
): Pick<SellerAccount, 'listUnfulfilled' | 'listChanges' | 'forkCursor' | 'getPosting' | 'findByBarcode'> {
  /** A list that is not sorted as Ozon's is walked by one lane, and to its end. */
  let isSorted = true;

  async function readPage(place: Place, signal: AbortSignal | undefined): ShopAnswer<PostingPage> {
    const method = place.phase === 'changes' ? METHOD.changes : METHOD.unfulfilled;
    const answer = await parts.client.call(method, bodyOf(place), PostingPageAnswer, {
      ...{ effect: 'repeatable', urgency: 'background', signal },
    });
    if (!answer.ok) return answer;
    const { postings: rows, hasNext, cursor } = answer.value;
    const { postings, setAside } = postingsFromPage(parts.shop, rows);
    const page = { moments: rows.map((row) => momentOf(place, row)), hasNext, cursor };
    isSorted &&= isInOrder(place, page);
    const behind = placeBehind(place, page, isSorted);
    return ok({
      ...{ postings, setAside, nextCursor: behind === null ? null : cursorOf(behind) },
      isFromBothEnds: place.isPaired,
    });
  }

  return {
    async listUnfulfilled({ cursor, changedSince }, signal) {
      const now = parts.now();
      const since = Math.min(now - CANCELLED_MS, (changedSince ?? now) - OVERLAP_MS);
      const place =
        cursor === null ? startOf('unfinished', now, Math.max(since, now - BACK_MS)) : placeIn(cursor);
      if (place === null || place.phase === 'changes') return notOurs();
      return readPage(place, signal);
    },
    async listChanges({ cursor, changedSince }, signal) {
      const now = parts.now();
      const since = Math.max(changedSince - OVERLAP_MS, now - YEAR_MS);
      const place = cursor === null ? startOf('changes', now, since) : placeIn(cursor);
      if (place?.phase !== 'changes') return notOurs();
      const answer = await readPage(place, signal);
      return answer.ok ? answer : withoutRight(answer);
    },
    forkCursor(cursor) {
      const place = placeIn(cursor);
      const parts = place === null || !isSorted ? null : forked(place);
      return parts === null ? null : [cursorOf(parts[0]), cursorOf(parts[1])];
    },
    async getPosting(number: PostingNumber, signal) {
      const wire = await readPosting(parts, number, 'packer', signal);
      if (!wire.ok) return wire;
      const posting = postingFromWire(parts.shop, wire.value);
      return posting.success ? ok(posting.data) : err({ code: 'malformed', detail: posting.error.message });
    },
    async findByBarcode(barcode, signal) {
      const options = { effect: 'repeatable', urgency: 'screen', signal } as const;
      const answer = await parts.client.call(METHOD.byBarcode, { barcode }, ByBarcodeAnswer, options);
      if (!answer.ok) return withoutRight(answer);
      const number = PostingNumber.safeParse(answer.value.posting_number);
      return number.success ? ok(number.data) : err({ code: 'malformed', detail: number.error.message });
    },
  };
}

function notOurs() {
  return err({ code: 'malformed', detail: 'the cursor is none of this account' } as const);
}

/**
 * The unfinished ones by cutoff first, then what was cancelled since the last reading, so that no cancellation is missed; or
 * everything whose status changed since then, with some hours of overlap, as the shop's copies lag.
 */
function bodyOf(place: Place): object {
  const changed = { from: iso(place.since), to: iso(place.at + DAY_MS) };
  const cutoffs = { cutoff_from: iso(place.from), cutoff_to: iso(place.to) };
  const filters = {
    unfinished: { ...cutoffs, statuses: UNFINISHED },
    cancelled: { ...cutoffs, statuses: ['cancelled'], last_changed_status_date: changed },
    changes: { since: iso(place.from), to: iso(place.to), last_changed_status_date: changed },
  };
  return {
    filter: filters[place.phase],
    sort_dir: place.isBackwards ? 'DESC' : 'ASC',
    limit: PAGE,
    cursor: place.next,
    with: { barcodes: true, analytics_data: false, financial_data: false, legal_info: true },
  };
}

/** The moment by which the list is cut and sorted, epoch ms; null where a row has none that can be read. */
function momentOf({ phase }: Place, row: unknown): number | null {
  const read = SortedBy.safeParse(row);
  if (!read.success) return null;
  return phase === 'changes' ? read.data.in_process_at : read.data.shipment_date;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
