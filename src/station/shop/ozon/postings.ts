import { z } from 'zod';
import type { PostingNumber } from '#domain/ids.ts';
import { err, ok } from '#domain/result.ts';
import type { ListPlace, SellerAccount, ShopAnswer } from '../seller-account.ts';
import type { AccountParts } from './account-parts.ts';
import type { Urgency } from './limiter.ts';
import { postingFromWire, postingsFromPage } from './mapping/posting.ts';
import { METHOD } from './methods.ts';
import { OnePostingAnswer, PostingPageAnswer, type WirePosting } from './wire/posting.ts';
import { withoutRight } from './without-right.ts';

const DAY_MS = 86_400_000;
const PAGE = 100;
/** Cancelled postings are read again for at least this long, as far as the list goes back, and over the last reading's edge. */
const CANCELLED_MS = 2 * DAY_MS;
const BACK_MS = 90 * DAY_MS;
const OVERLAP_MS = 6 * 3_600_000;
/** A period of the list may not be longer; a day less, as its own end lies ahead. */
const YEAR_MS = 364 * DAY_MS;

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

/** One walk through the list: its window must stay the same from page to page. */
const Cursor = z.object({
  phase: z.enum(['unfinished', 'cancelled']),
  at: z.int(),
  /** Cancellations from this moment on are wanted. */
  since: z.int(),
  next: z.string(),
});
type Cursor = z.output<typeof Cursor>;
const ChangesCursor = Cursor.extend({ phase: z.literal('changes') });
type ChangesCursor = z.output<typeof ChangesCursor>;
const Place = z.discriminatedUnion('phase', [Cursor, ChangesCursor]);
type Place = z.output<typeof Place>;

/** Reads a posting as Ozon words it; the number must be the one that was asked for. */
export async function readPosting(
  { client }: AccountParts,
  number: string,
  urgency: Urgency,
  signal: AbortSignal | undefined,
): ShopAnswer<WirePosting> {
  const body = { posting_number: number, with: { barcodes: true, related_postings: true } };
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

/** `/v4/posting/fbs/unfulfilled/list`, `/v4/posting/fbs/list` and `/v3/posting/fbs/get`. */
export function postingMethods(
  parts: AccountParts,
): Pick<SellerAccount, 'listUnfulfilled' | 'listChanges' | 'getPosting'> {
  return {
    async listUnfulfilled(from, signal) {
      const place = placeOf(from, parts.now());
      if (place === null) return err({ code: 'malformed', detail: 'the cursor is none of this account' });
      const answer = await parts.client.call(METHOD.unfulfilled, pageBody(place), PostingPageAnswer, {
        effect: 'repeatable',
        urgency: 'background',
        signal,
      });
      if (!answer.ok) return answer;
      const { postings, setAside } = postingsFromPage(parts.shop, answer.value.postings);
      return ok({ postings, setAside, nextCursor: nextPlace(place, answer.value) });
    },
    async listChanges(from, signal) {
      const place = changesPlaceOf(from, parts.now());
      if (place === null) return err({ code: 'malformed', detail: 'the cursor is none of this account' });
      const answer = await parts.client.call(METHOD.changes, changesBody(place), PostingPageAnswer, {
        effect: 'repeatable',
        urgency: 'background',
        signal,
      });
      if (!answer.ok) return withoutRight<never>(answer);
      const { hasNext, cursor, postings: rows } = answer.value;
      const { postings, setAside } = postingsFromPage(parts.shop, rows);
      const next = hasNext && cursor !== place.next ? text({ ...place, next: cursor }) : null;
      return ok({ postings, setAside, nextCursor: next });
    },
    async getPosting(number: PostingNumber, signal) {
      const wire = await readPosting(parts, number, 'packer', signal);
      if (!wire.ok) return wire;
      const posting = postingFromWire(parts.shop, wire.value);
      return posting.success ? ok(posting.data) : err({ code: 'malformed', detail: posting.error.message });
    },
  };
}

/** The unfinished ones by cutoff first; then what was cancelled since the last reading, so that no cancellation is missed. */
function pageBody(place: Cursor): object {
  const window = { cutoff_from: iso(place.at - BACK_MS), cutoff_to: iso(place.at + 180 * DAY_MS) };
  const changed = { from: iso(place.since), to: iso(place.at + DAY_MS) };
  return {
    filter:
      place.phase === 'unfinished'
        ? { ...window, statuses: UNFINISHED }
        : { ...window, statuses: ['cancelled'], last_changed_status_date: changed },
    sort_dir: 'ASC',
    limit: PAGE,
    cursor: place.next,
    with: { barcodes: true, analytics_data: false, financial_data: false, legal_info: false },
  };
}

function placeOf({ cursor, changedSince }: ListPlace, now: number): Cursor | null {
  if (cursor === null) {
    const since = Math.min(now - CANCELLED_MS, (changedSince ?? now) - OVERLAP_MS);
    return { phase: 'unfinished', at: now, since: Math.max(since, now - BACK_MS), next: '' };
  }
  const place = readPlace(cursor);
  return place === null || place.phase === 'changes' ? null : place;
}

function readPlace(cursor: string): Place | null {
  try {
    return Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    return null;
  }
}

/** Everything whose status changed since then, with some hours of overlap, as the shop's copies lag. */
function changesBody(place: ChangesCursor): object {
  return {
    filter: {
      since: iso(place.at - YEAR_MS),
      to: iso(place.at + DAY_MS),
      last_changed_status_date: { from: iso(place.since), to: iso(place.at + DAY_MS) },
    },
    sort_dir: 'ASC',
    limit: PAGE,
    cursor: place.next,
    with: { barcodes: true, analytics_data: false, financial_data: false, legal_info: false },
  };
}

function changesPlaceOf(
  { cursor, changedSince }: Parameters<SellerAccount['listChanges']>[0],
  now: number,
): ChangesCursor | null {
  if (cursor === null)
    return { phase: 'changes', at: now, since: Math.max(changedSince - OVERLAP_MS, now - YEAR_MS), next: '' };
  const place = readPlace(cursor);
  return place?.phase === 'changes' ? place : null;
}

function nextPlace(
  place: Cursor,
  page: { readonly hasNext: boolean; readonly cursor: string },
): string | null {
  // A shop that answers with the cursor it was given would be read for ever.
  if (page.hasNext && page.cursor !== place.next) return text({ ...place, next: page.cursor });
  return place.phase === 'unfinished' ? text({ ...place, phase: 'cancelled', next: '' }) : null;
}

function text(place: Place): string {
  return Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
