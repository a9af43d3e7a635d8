import type { PostingNumber } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { handoversWith } from '../database/acceptances.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { endHandoverAction, isHandoverActionOpen, noteHandoverAction } from '../database/handover-actions.ts';
import { raiseTask } from '../database/tasks.ts';
import { transaction } from '../database/transaction.ts';
import { checkAcceptance, letGo } from './check-acceptance.ts';
import type { ConnectedShop } from './connected-shop.ts';
import type { DisputeMove } from './dispute-port.ts';
import type { ShopFailure } from './seller-account.ts';

/** The shop may still be at what it was asked and never answered, ms. */
const stillAtItMs = 120_000;

/**
 * Opens a dispute over a parcel that the shop did not accept, or lets it go back to shipping, and notes who did before the shop
 * is asked. The parcel is read first: what has happened already is not asked for. Where nobody knows whether it counted, it is
 * a task, and nothing is asked again for two minutes.
 */
export async function actOnDispute(
  {
    posting,
    move,
    actor,
  }: { readonly posting: PostingNumber; readonly move: DisputeMove; readonly actor: string },
  { db, shop, now }: { readonly db: BenchDatabase; readonly shop: ConnectedShop; readonly now: () => number },
): Promise<Result<void, ShopFailure>> {
  const { account, link } = shop;
  const at = now();
  const isOpen = isHandoverActionOpen(db, { subject: posting, kind: move }, at - stillAtItMs);
  const action = { subject: posting, kind: move, actor, askedAt: at, detail: { posting } };
  const note = noteHandoverAction(db, action);
  const done = async () => {
    transaction(db, () => {
      endHandoverAction(db, note, 'done', null);
      if (move === 'back-to-shipping')
        for (const handover of handoversWith(db, posting)) letGo(db, { handover, posting, at });
    });
    for (const handover of handoversWith(db, posting)) await checkAcceptance(handover, { db, shop, now });
    await shop.reader.readPosting(posting);
    return ok(undefined);
  };
  const refused = (error: ShopFailure) => {
    endHandoverAction(db, note, 'refused', error.detail);
    return err(error);
  };
  const before = await link.call(() => account.disputes.getHandedIn(posting));
  if (!before.ok) return refused(before.error);
  const { state, shopStatus, moves } = before.value;
  if (move === 'dispute' ? state === 'disputed' : state === 'waiting') return done();
  if (!moves.includes(move)) return refused({ code: 'refused', shopCode: 'NOT_OFFERED', detail: shopStatus });
  if (isOpen) return refused({ code: 'retry', afterMs: stillAtItMs, detail: shopStatus });
  const answer = await link.call(() => account.disputes.move(posting, move));
  if (answer.ok) return done();
  const { error } = answer;
  if (error.code !== 'unknown') return refused(error);
  transaction(db, () => {
    endHandoverAction(db, note, 'unknown', error.detail);
    const detail = { words: error.detail };
    raiseTask(db, { kind: 'dispute-unknown', subject: posting, detail, at: now() });
  });
  return err(error);
}
