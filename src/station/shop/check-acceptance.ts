import { z } from 'zod';
import { PostingNumber } from '#domain/ids.ts';
import {
  type AcceptanceState,
  acceptanceOf,
  isGap,
  isSettled,
  type ReadAcceptance,
} from '#domain/posting/acceptance.ts';
import { err, ok, type Result } from '#domain/result.ts';
import {
  acceptancesOf,
  freeOfHandover,
  handoverOfPosting,
  heldBy,
  noteHandoverChecked,
  putAcceptance,
  watchedSince,
  watchHandover,
} from '../database/acceptances.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { openHandoverAction, settleHandoverActions } from '../database/handover-actions.ts';
import { noteHandedOver } from '../database/handovers.ts';
import { findOpenTask, raiseTask, resolveTask } from '../database/tasks.ts';
import { transaction } from '../database/transaction.ts';
import type { ConnectedShop } from './connected-shop.ts';
import type { Handover, ShopFailure } from './seller-account.ts';

export type AcceptanceCheck = {
  readonly db: BenchDatabase;
  readonly shop: Pick<ConnectedShop, 'id' | 'account' | 'link'>;
  /** Epoch ms. */
  readonly now: () => number;
};

/** A posting of a handover, with what the shop has come to. */
export type CheckedPosting = {
  readonly number: string;
  readonly state: AcceptanceState;
  readonly shopStatus: string;
  readonly trouble: string;
};

export type CheckedHandover = {
  readonly handover: Handover;
  readonly postings: readonly CheckedPosting[];
};

type Reading = { readonly read: ReadAcceptance; readonly shopStatus: string; readonly trouble: string };

/** A shop that never says that it is through has had its time, ms. */
const overAfterMs = 3 * 86_400_000;
/** How many postings are asked for one by one with each look. */
const askedAtOnce = 100;

/**
 * Compares what went with a handover with what the shop has of it, and keeps the outcome per posting. Whatever is missing
 * becomes a task for a person, once; it goes by itself when the parcel turns up. Fails where the handover cannot be read.
 */
export async function checkAcceptance(
  id: string,
  { db, shop, now }: AcceptanceCheck,
): Promise<Result<CheckedHandover, ShopFailure>> {
  const { account, link } = shop;
  const read = await link.call(() => account.getHandover(id));
  if (!read.ok) return err(read.error);
  const handover = read.value;
  const before = new Map<string, AcceptanceState>(
    acceptancesOf(db, id).map(({ posting, state }) => [posting, state]),
  );
  const numbers = [...new Set<string>([...heldBy(db, id), ...before.keys(), ...handover.postings])].sort();
  const readings = await readPostings(numbers, before, { id, shop });
  const isHandedIn = ['approved', 'accepting', 'accepted'].includes(handover.status);
  const at = now();
  const isOver =
    handover.status === 'accepted' || (isHandedIn && at - (watchedSince(db, id) ?? at) > overAfterMs);
  const postings = numbers.map((number): CheckedPosting => {
    const { read: state, shopStatus, trouble } = readings.get(number) ?? nothingSaid;
    const wentOn = (handoverOfPosting(db, number) ?? id) !== id;
    const last = before.get(number) ?? null;
    const is = wentOn && (last === null || !isSettled(last)) ? 'returned' : acceptanceOf(last, state, isOver);
    return { number, state: is, shopStatus, trouble };
  });
  transaction(db, () => {
    if (isHandedIn) {
      watchHandover(db, { handover: id, shop: shop.id, since: at });
      noteLostApproval(db, id, at);
      for (const posting of postings) keep(db, id, posting, { last: before.get(posting.number) ?? null, at });
    }
    const isAll = isOver && postings.every(({ state }) => isSettled(state));
    noteHandoverChecked(db, id, { at, isSettled: isAll || handover.status === 'cancelled' });
  });
  return ok({ handover, postings });
}

/** An approval that was asked for and never answered has counted: what was to go has gone. */
function noteLostApproval(db: BenchDatabase, handover: string, at: number): void {
  const open = openHandoverAction(db, { subject: handover, kind: 'approve' });
  if (open === null) return;
  const { postings } = Approval.parse(JSON.parse(open));
  noteHandedOver(db, handover, postings, at);
  settleHandoverActions(db, handover, 'approve');
}

const Approval = z.object({ postings: z.array(PostingNumber) });
const nothingSaid: Reading = { read: 'unknown', shopStatus: '', trouble: '' };

/** What the act says of each posting; where it says nothing that tells how far one is, the posting itself. */
async function readPostings(
  numbers: readonly string[],
  before: ReadonlyMap<string, AcceptanceState>,
  { id, shop }: { readonly id: string; readonly shop: AcceptanceCheck['shop'] },
): Promise<ReadonlyMap<string, Reading>> {
  const { account, link } = shop;
  const readings = new Map<string, Reading>();
  const act = await link.call(() => account.carriages.listPostings(id));
  for (const { number, state, shopStatus, trouble } of act.ok ? act.value : [])
    readings.set(number, { read: state, shopStatus, trouble });
  const unsaid = numbers.filter((number) => {
    const last = before.get(number);
    return (
      (readings.get(number)?.read ?? 'unknown') === 'unknown' && !(last !== undefined && isSettled(last))
    );
  });
  for (const number of unsaid.slice(0, askedAtOnce)) {
    const posting = PostingNumber.safeParse(number);
    if (!posting.success) continue;
    const answer = await link.call(() => account.disputes.getHandedIn(posting.data));
    // Without the shop the others would fail as well; the next look reads them.
    if (!answer.ok && answer.error.code === 'retry') break;
    if (!answer.ok) continue;
    const { state, shopStatus } = answer.value;
    readings.set(number, { read: state, shopStatus, trouble: readings.get(number)?.trouble ?? '' });
  }
  return readings;
}

function keep(
  db: BenchDatabase,
  handover: string,
  { number, state, shopStatus, trouble }: CheckedPosting,
  { last, at }: { readonly last: AcceptanceState | null; readonly at: number },
): void {
  if (state === last) return;
  putAcceptance(db, { handover, posting: number, state, shopStatus, changedAt: at });
  const wasGap = last !== null && isGap(last);
  if (isGap(state) && !wasGap)
    raiseTask(db, {
      ...{ kind: 'not-accepted', subject: number, at },
      detail: { words: [handover, shopStatus, trouble].filter((word) => word !== '').join(' · ') },
    });
  if (!isGap(state) && wasGap) settleTask(db, 'not-accepted', number, { state, at });
  if (state === 'disputed') settleMove(db, number, 'dispute', at);
  if (state === 'returned') {
    settleMove(db, number, 'back-to-shipping', at);
    freeOfHandover(db, number, handover);
  }
}

/** What was asked and never answered has counted, as the shop shows. */
function settleMove(
  db: BenchDatabase,
  number: string,
  kind: 'dispute' | 'back-to-shipping',
  at: number,
): void {
  settleHandoverActions(db, number, kind);
  settleTask(db, 'dispute-unknown', number, { state: kind, at });
}

function settleTask(
  db: BenchDatabase,
  kind: string,
  subject: string,
  { state, at }: { readonly state: string; readonly at: number },
): void {
  const open = findOpenTask(db, kind, subject);
  if (open !== null) resolveTask(db, open, 'station', state, at);
}

/** Lets a posting go from a handover at once: the shop has it in shipping again. In the caller's transaction. */
export function letGo(
  db: BenchDatabase,
  {
    handover,
    posting,
    at,
  }: { readonly handover: string; readonly posting: PostingNumber; readonly at: number },
): void {
  const last = acceptancesOf(db, handover).find((row) => row.posting === posting)?.state ?? null;
  keep(db, handover, { number: posting, state: 'returned', shopStatus: '', trouble: '' }, { last, at });
}
