import { ok } from '#domain/result.ts';
import { forgetHandover } from '../database/handovers.ts';
import { transaction } from '../database/transaction.ts';
import { printPages } from '../documents/print-pages.ts';
import { actOnDispute } from '../shop/act-on-dispute.ts';
import { checkAcceptance } from '../shop/check-acceptance.ts';
import { fetchHandoverDocument, wordsOf } from '../shop/hand-over.ts';
import { listHandovers } from '../shop/list-handovers.ts';
import { failed, type Handlers } from './procedure-context.ts';

/** Handovers once they are made. */
export const handoverProcedures: Handlers<
  | 'handover.list'
  | 'handover.state'
  | 'handover.print'
  | 'handover.missing'
  | 'handover.dispute'
  | 'handover.cancel'
> = {
  'handover.list': async ({ day }, { db, shopId: id, shop }) =>
    ok(await listHandovers(day, { db, id, shop: shop() })),
  'handover.state': async ({ id }, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'handover');
    const { account, link } = shop;
    const { db, home, now } = context;
    const checked = await checkAcceptance(id, { db, shop, now });
    if (!checked.ok) return failed('shop-failed', wordsOf(checked.error));
    const { handover, postings } = checked.value;
    const { status, shopStatus } = handover;
    const barcode = await link.call(() => account.getHandoverBarcode(id));
    const text = await link.call(() => account.carriages.getBarcodeText(id));
    return ok({
      ...{ status, shopStatus },
      barcode:
        barcode.ok && barcode.value.state === 'ready'
          ? `data:image/png;base64,${Buffer.from(barcode.value.png).toString('base64')}`
          : null,
      barcodeText: text.ok ? text.value : null,
      document: status === 'cancelled' ? null : await fetchHandoverDocument({ db, home, shop }, id),
      postings: [...postings],
    });
  },
  'handover.print': async ({ id, paper }, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'handover');
    const answer = await shop.link.call(() => shop.account.carriages.getPaper(id, paper));
    if (!answer.ok) return failed('shop-failed', wordsOf(answer.error));
    if (answer.value.state === 'not-ready') return ok({ outcome: 'not-ready' });
    return ok(await printPages({ name: `handover-${id}-${paper}`, pdf: answer.value.pdf }, context));
  },
  'handover.missing': async ({ posting }, context) => {
    const shop = context.shopOf(posting);
    if (shop === null) return failed('no-shop', 'handover');
    const answer = await shop.link.call(() => shop.account.disputes.getHandedIn(posting));
    if (!answer.ok) return failed('shop-failed', wordsOf(answer.error));
    const { state, shopStatus, moves } = answer.value;
    // What is in shipping already only has to be taken out of its handover here.
    return ok({ shopStatus, moves: state === 'waiting' ? [...moves, 'back-to-shipping'] : [...moves] });
  },
  'handover.dispute': async ({ posting, move }, context) => {
    const shop = context.shopOf(posting);
    if (shop === null) return failed('no-shop', 'handover');
    const { db, now, bench } = context;
    const outcome = await actOnDispute({ posting, move, actor: bench.actor?.id ?? '' }, { db, shop, now });
    return outcome.ok ? ok({ done: true }) : failed('shop-failed', wordsOf(outcome.error));
  },
  'handover.cancel': async ({ id }, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'handover');
    const cancelled = await shop.link.call(() => shop.account.cancelHandover(id));
    if (!cancelled.ok) return failed('shop-failed', wordsOf(cancelled.error));
    transaction(context.db, () => forgetHandover(context.db, id));
    return ok({ done: true });
  },
};
