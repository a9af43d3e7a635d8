import { ok } from '#domain/result.ts';
import { forgetHandover } from '../database/handovers.ts';
import { transaction } from '../database/transaction.ts';
import { printPages } from '../documents/print-pages.ts';
import { fetchHandoverDocument, wordsOf } from '../shop/hand-over.ts';
import { listHandovers } from '../shop/list-handovers.ts';
import { failed, type Handlers } from './procedure-context.ts';

/** Handovers once they are made. */
export const handoverProcedures: Handlers<
  'handover.list' | 'handover.state' | 'handover.print' | 'handover.cancel'
> = {
  'handover.list': async ({ day }, { db, shop }) => ok(await listHandovers(day, { db, shop: shop() })),
  'handover.state': async ({ id }, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'handover');
    const { account, link } = shop;
    const handover = await link.call(() => account.getHandover(id));
    if (!handover.ok) return failed('shop-failed', wordsOf(handover.error));
    const { status, shopStatus, postings } = handover.value;
    // A handover that is open has no act; what is in it is known all the same.
    const act = await link.call(() => account.carriages.listPostings(id));
    const barcode = await link.call(() => account.getHandoverBarcode(id));
    const text = await link.call(() => account.carriages.getBarcodeText(id));
    const { db, home } = context;
    return ok({
      ...{ status, shopStatus },
      barcode:
        barcode.ok && barcode.value.state === 'ready'
          ? `data:image/png;base64,${Buffer.from(barcode.value.png).toString('base64')}`
          : null,
      barcodeText: text.ok ? text.value : null,
      document: status === 'cancelled' ? null : await fetchHandoverDocument({ db, home, shop }, id),
      postings: act.ok ? [...act.value] : postings.map((number) => ({ number, shopStatus: '', trouble: '' })),
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
  'handover.cancel': async ({ id }, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'handover');
    const cancelled = await shop.link.call(() => shop.account.cancelHandover(id));
    if (!cancelled.ok) return failed('shop-failed', wordsOf(cancelled.error));
    transaction(context.db, () => forgetHandover(context.db, id));
    return ok({ done: true });
  },
};
