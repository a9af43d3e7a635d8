import { ok } from '#domain/result.ts';
import { endShopAction, noteShopAction } from '../database/shop-actions.ts';
import { printPages } from '../documents/print-pages.ts';
import { wordsOf } from '../shop/hand-over.ts';
import type { SellerAccount, ShopAnswer } from '../shop/seller-account.ts';
import { failed, type Handlers, type ProcedureContext } from './procedure-context.ts';

/** Fetching what came back: read at the shop at once. */
export const collectingProcedures: Handlers<
  | 'collecting.code'
  | 'collecting.print'
  | 'collecting.renew'
  | 'collecting.points'
  | 'collecting.giveouts'
  | 'collecting.items'
> = {
  'collecting.code': async (_input, context) => {
    const enabled = await ask(context, ({ collecting }) => collecting.isEnabled());
    if (!enabled.ok) return enabled;
    if (!enabled.value) return ok({ code: null });
    const text = await ask(context, ({ collecting }) => collecting.getCode());
    if (!text.ok) return text;
    // A code without its picture can still be typed in at the point.
    const png = await ask(context, ({ collecting }) => collecting.getCodePicture());
    const picture = png.ok ? `data:image/png;base64,${Buffer.from(png.value).toString('base64')}` : null;
    return ok({ code: { text: text.value, picture } });
  },
  'collecting.print': async (_input, context) => {
    const sheet = await ask(context, ({ collecting }) => collecting.getCodeSheet());
    if (!sheet.ok) return sheet;
    return ok(await printPages({ name: 'return-code', pdf: sheet.value }, context));
  },
  'collecting.renew': async ({ before }, context) => {
    const { db, now, bench } = context;
    const note = noteShopAction(db, {
      ...{ posting: '', kind: 'renew-return-code', actor: bench.actor?.id ?? '', askedAt: now() },
      detail: { before },
    });
    const answer = await ask(context, ({ collecting }) => collecting.renewCode(before));
    endShopAction(db, note, answer.ok ? 'done' : 'refused', answer.ok ? null : answer.error.detail);
    return answer.ok ? ok({ done: true }) : answer;
  },
  'collecting.points': async (_input, context) => {
    const answer = await ask(context, ({ collecting }) => collecting.listPoints());
    return answer.ok ? ok({ ...answer.value, rows: [...answer.value.rows] }) : answer;
  },
  'collecting.giveouts': async (_input, context) => {
    const answer = await ask(context, ({ collecting }) => collecting.listGiveouts());
    return answer.ok ? ok({ ...answer.value, rows: [...answer.value.rows] }) : answer;
  },
  'collecting.items': async ({ id }, context) => {
    const answer = await ask(context, ({ collecting }) => collecting.listItems(id));
    return answer.ok ? ok({ items: [...answer.value] }) : answer;
  },
};

async function ask<Value>(
  { shop: shopOf }: ProcedureContext,
  make: (account: SellerAccount) => ShopAnswer<Value>,
) {
  const shop = shopOf();
  if (shop === null) return failed('no-shop', 'collecting');
  const answer = await shop.link.call(() => make(shop.account));
  return answer.ok ? answer : failed('shop-failed', wordsOf(answer.error));
}
