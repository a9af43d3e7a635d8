import { ok } from '#domain/result.ts';
import { splitPosting } from '../shop/split-posting.ts';
import { failed, type Handlers } from './procedure-context.ts';

/** Dividing a posting: a lead decides, the shop is asked at once. */
export const splitProcedures: Handlers<'posting.split'> = {
  'posting.split': async ({ posting, away }, context) => {
    const shop = context.shop();
    if (shop === null) return failed('no-shop', 'split');
    const { db, now, bench } = context;
    const outcome = await splitPosting({ posting, away, actor: bench.actor?.id ?? '' }, { db, shop, now });
    if (outcome.ok) return ok({ postings: [...outcome.value] });
    const { error } = outcome;
    return failed(
      'shop-failed',
      error.code === 'refused' ? `${error.shopCode}: ${error.detail}` : error.detail,
    );
  },
};
