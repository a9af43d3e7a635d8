import { ok } from '#domain/result.ts';
import { getProducts } from '../database/products.ts';
import { correctPackedCode } from '../shop/correct-packed-code.ts';
import { failed, type Handlers } from './procedure-context.ts';

/** Correcting codes after packing: a lead scans, the shop is asked at once. */
export const correctionProcedures: Handlers<'codes.read' | 'codes.correct'> = {
  'codes.read': ({ posting }, { bench, db }) => {
    const known = bench.sessionOf(posting);
    if (known === null) return failed('not-found', posting);
    const { lines, packages } = known.session;
    const products = getProducts(
      db,
      lines.map(({ sku }) => sku),
    );
    const codes = packages.flatMap((parcel) =>
      parcel.units.flatMap(({ id, sku, marking, numbers }) => {
        const of = { unit: id, package: parcel.n, sku, name: products.get(sku)?.name ?? sku };
        return [
          ...(marking === null ? [] : [{ ...of, kind: 'marking-code' as const, value: marking.code }]),
          ...numbers.map(({ kind, value }) => ({ ...of, kind, value })),
        ];
      }),
    );
    return ok({ codes });
  },
  'codes.correct': async (input, context) => {
    const shop = context.shopOf(input.posting);
    if (shop === null) return failed('no-shop', 'correction');
    const { db, now, bench, benchFile } = context;
    const actor = bench.actor?.id ?? '';
    const outcome = await correctPackedCode({ ...input, actor }, { db, now, bench, benchFile, shop });
    if (outcome.ok) return ok(outcome.value);
    const { error } = outcome;
    return failed(
      'shop-failed',
      error.code === 'refused' ? `${error.shopCode}: ${error.detail}` : error.detail,
    );
  },
};
