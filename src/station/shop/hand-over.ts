import { join } from 'node:path';
import type { ProcedureOutput } from '#contract/procedures.ts';
import type { PostingNumber, ShopId } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { watchHandover } from '../database/acceptances.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { endHandoverAction, noteHandoverAction } from '../database/handover-actions.ts';
import {
  isPackedHere,
  noteHandedOver,
  notToGo,
  readyForHandover,
  unreadyForHandover,
} from '../database/handovers.ts';
import { storeBytes } from '../database/stored-bytes.ts';
import { transaction } from '../database/transaction.ts';
import type { ConnectedShop } from './connected-shop.ts';
import type { Handover, ShopFailure } from './seller-account.ts';

export type HandOverRequest = {
  readonly db: BenchDatabase;
  readonly home: string;
  readonly shop: Pick<ConnectedShop, 'id' | 'account' | 'link'>;
  /** The courier's day, "YYYY-MM-DD". */
  readonly day: string;
  readonly deliveryMethodId: string;
  /** The lead has seen what is left out, and wants it approved all the same. */
  readonly withoutRefused: boolean;
  /** The lead who hands over. */
  readonly actor: string;
  /** Epoch ms. */
  readonly now: () => number;
};

type Refused = { readonly number: string; readonly detail: string };
type Filled = { readonly handover: Handover; readonly refused: readonly Refused[] };

/** What the shop did with our list that it did not say. */
const notTaken = 'NOT_TAKEN';
const stillInIt = 'STILL_IN_IT';
/** What was packed longer ago is not waiting for a courier any more, ms. */
const packedWithinMs = 30 * 86_400_000;

/** What of a shop's waits for the courier at this bench, by delivery method: how many of the shop's postings, by name. */
export function waitingForHandover(
  db: BenchDatabase,
  shop: ShopId,
  now: number,
): ProcedureOutput<'handover.waiting'>['methods'] {
  const methods = new Map<string, { id: string; name: string; postings: number }>();
  for (const { deliveryMethodId: id, deliveryMethod: name } of readyForHandover(
    db,
    shop,
    now - packedWithinMs,
  ))
    methods.set(id, { id, name, postings: (methods.get(id)?.postings ?? 0) + 1 });
  return [...methods.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * Hands packages of one delivery method over: opens the shop's handover (or goes on with the open one), which holds all
 * that the shop has ready; takes out what must not go and puts in what this bench has closed on whatever day; approves
 * it, and fetches its document where the shop has drawn it already. Where something is left out the lead is asked before
 * it is approved. Fails with the shop's words; what was done before stays done and is gone on with the next time.
 */
export async function handOver(
  request: HandOverRequest,
): Promise<Result<ProcedureOutput<'handover.create'>, string>> {
  const { db, shop, now } = request;
  const ready = readyForHandover(db, shop.id, now() - packedWithinMs)
    .filter(({ deliveryMethodId }) => deliveryMethodId === request.deliveryMethodId)
    .map(({ number }) => number);
  if (ready.length === 0) return err('NO_PACKAGES');
  const filled = await fill(request, ready);
  if (!filled.ok) return filled;
  const { handover, refused } = filled.value;
  const { id, postings } = handover;
  const outcome = {
    ...{ id, status: handover.shopStatus, postings: postings.length, refused: [...refused] },
    notPackedHere: postings.filter((number) => !isPackedHere(db, number)),
  };
  const mustNotBeApproved = refused.some(({ detail }) => detail === stillInIt);
  if (mustNotBeApproved || (refused.length > 0 && !request.withoutRefused))
    return ok({ ...outcome, isApproved: false, document: null });
  // On disk before it is sent: a handover that the shop approved is followed even where its answer, or this bench, is lost.
  const note = transaction(db, () => {
    watchHandover(db, { handover: id, shop: shop.id, since: now() });
    const action = { subject: id, kind: 'approve', actor: request.actor, askedAt: now() } as const;
    return noteHandoverAction(db, { ...action, detail: { postings } });
  });
  const approved = await shop.link.call(() => shop.account.approveHandover(id));
  if (!approved.ok) {
    const { error } = approved;
    endHandoverAction(db, note, error.code === 'unknown' ? 'unknown' : 'refused', error.detail);
    return err(wordsOf(error));
  }
  transaction(db, () => {
    noteHandedOver(db, id, postings, now());
    endHandoverAction(db, note, 'done', null);
  });
  const state = await shop.link.call(() => shop.account.getHandover(id));
  return ok({
    ...outcome,
    status: state.ok ? state.value.shopStatus : handover.shopStatus,
    isApproved: true,
    document: await fetchHandoverDocument(request, id),
  });
}

/** The shop's handover with everything in it that is to go, as the shop itself says afterwards. */
async function fill(
  { db, shop, day, deliveryMethodId }: HandOverRequest,
  ready: readonly PostingNumber[],
): Promise<Result<Filled, string>> {
  const { account, link } = shop;
  const created = await link.call(() => account.createHandover(deliveryMethodId, day));
  if (!created.ok) return err(wordsOf(created.error));
  const { id } = created.value;
  const read = await link.call(() => account.getHandover(id));
  if (!read.ok) return err(wordsOf(read.error));
  const held = read.value.postings;
  const staying = new Map<string, string>();
  for (const { number, why } of unreadyForHandover(db, shop.id, deliveryMethodId)) staying.set(number, why);
  for (const number of held) {
    const why = notToGo(db, number);
    if (why !== null) staying.set(number, why);
  }
  const leftOut = [...staying].map(([number, detail]) => ({ number, detail }));
  const wanted = [...new Set([...held, ...ready])].filter((number) => !staying.has(number));
  // Replacing the list is not open to every seller: it is done only where it changes something.
  if (isSame(wanted, held)) return ok({ handover: read.value, refused: leftOut });
  const set = await link.call(() => account.setHandoverPostings(id, wanted));
  if (!set.ok) return err(wordsOf(set.error));
  const after = await link.call(() => account.getHandover(id));
  if (!after.ok) return err(wordsOf(after.error));
  const { refused } = set.value;
  return ok({
    handover: after.value,
    refused: [...leftOut, ...refused, ...unsaid(wanted, refused, after.value)],
  });
}

/** What the shop says is in the handover is what counts, not what it said to our list. */
function unsaid(wanted: readonly string[], refused: readonly Refused[], { postings }: Handover): Refused[] {
  const inIt = new Set<string>(postings);
  const known = new Set(refused.map(({ number }) => number));
  const missing = wanted.filter((number) => !inIt.has(number) && !known.has(number));
  const left = postings.filter((number) => !wanted.includes(number));
  return [
    ...missing.map((number) => ({ number, detail: notTaken })),
    ...left.map((number) => ({ number, detail: stillInIt })),
  ];
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  const set = new Set(others);
  return set.size === some.length && some.every((number) => set.has(number));
}

/** The handover's document as a file of the bench's home; null until the shop has drawn it. */
export async function fetchHandoverDocument(
  { db, home, shop }: Pick<HandOverRequest, 'db' | 'home' | 'shop'>,
  id: string,
): Promise<string | null> {
  const answer = await shop.link.call(() => shop.account.getHandoverDocument(id));
  if (!answer.ok || answer.value.state !== 'ready') return null;
  return join(home, storeBytes(db.home, 'exports/handover', 'pdf', answer.value.pdf).file);
}

/** Why the shop did not do it, for people. */
export function wordsOf(failure: ShopFailure): string {
  return 'shopCode' in failure
    ? `${failure.shopCode}: ${failure.detail}`
    : `${failure.code}: ${failure.detail}`;
}
