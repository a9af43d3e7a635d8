import { contentsOf } from '#domain/packing/session.ts';
import { ok } from '#domain/result.ts';
import type { ShopFailure } from '../shop/seller-account.ts';
import { shipPartOf } from '../shop/ship-part.ts';
import { splitPosting } from '../shop/split-posting.ts';
import { failed, type Handlers } from './procedure-context.ts';

/** Dividing a posting: a lead decides, the shop is asked at once. */
export const splitProcedures: Handlers<'posting.split' | 'posting.scanned' | 'posting.shipPart'> = {
  'posting.split': async ({ posting, away }, context) => {
    const shop = context.shopOf(posting);
    if (shop === null) return failed('no-shop', 'split');
    const { db, now, bench } = context;
    const outcome = await splitPosting({ posting, away, actor: bench.actor?.id ?? '' }, { db, shop, now });
    return outcome.ok ? ok({ postings: [...outcome.value] }) : refusal(outcome.error);
  },
  'posting.scanned': ({ posting }, { bench }) => {
    const packages = bench.sessionOf(posting)?.session.packages ?? [];
    const units = packages.flatMap((parcel) => parcel.units);
    return ok({ contents: contentsOf({ units }) });
  },
  'posting.shipPart': async ({ posting, part }, context) => {
    const shop = context.shopOf(posting);
    if (shop === null) return failed('no-shop', 'ship part');
    const { db, now, bench } = context;
    const outcome = await shipPartOf({ posting, part, actor: bench.actor?.id ?? '' }, { db, shop, now });
    return outcome.ok ? ok({ posting: outcome.value }) : refusal(outcome.error);
  },
};

function refusal(error: ShopFailure) {
  return failed(
    'shop-failed',
    error.code === 'refused' ? `${error.shopCode}: ${error.detail}` : error.detail,
  );
}
