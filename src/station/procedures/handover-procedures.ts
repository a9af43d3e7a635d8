import { ok } from '#domain/result.ts';
import { forgetHandover, handoversOf } from '../database/handovers.ts';
import { transaction } from '../database/transaction.ts';
import { localDayOf } from '../packing/local-day.ts';
import { fetchHandoverDocument, wordsOf } from '../shop/hand-over.ts';
import { failed, type Handlers } from './procedure-context.ts';

/** Handovers after they were approved. */
export const handoverProcedures: Handlers<'handover.list' | 'handover.state' | 'handover.cancel'> = {
  'handover.list': ({ day }, { db }) => ok({ handovers: [...handoversOf(db, localDayOf(day))] }),
  'handover.state': async ({ id }, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'handover');
    const { account, link } = shop;
    const handover = await link.call(() => account.getHandover(id));
    if (!handover.ok) return failed('shop-failed', wordsOf(handover.error));
    const { status, shopStatus } = handover.value;
    const barcode = await link.call(() => account.getHandoverBarcode(id));
    const { db, home } = context;
    return ok({
      ...{ status, shopStatus },
      barcode:
        barcode.ok && barcode.value.state === 'ready'
          ? `data:image/png;base64,${Buffer.from(barcode.value.png).toString('base64')}`
          : null,
      document: status === 'cancelled' ? null : await fetchHandoverDocument({ db, home, shop }, id),
    });
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
