import { DeclarationKind } from '#domain/posting/declaration.ts';
import { missingAtShop } from '#domain/posting/posting.ts';
import { ok } from '#domain/result.ts';
import { usualDeclarations } from '../database/declarations.ts';
import { getPosting } from '../database/posting-record.ts';
import { getProducts } from '../database/products.ts';
import { giveDeclarations } from '../shop/give-declarations.ts';
import { failed, type Handlers } from './procedure-context.ts';

const kinds: ReadonlySet<string> = new Set(DeclarationKind.options);

/** What a lead gives of a posting's goods, so that it can be packed. */
export const declarationProcedures: Handlers<
  'declarations.read' | 'declarations.countries' | 'declarations.give'
> = {
  'declarations.read': ({ posting: number }, { db }) => {
    const posting = getPosting(db, number)?.posting;
    if (posting === undefined) return failed('not-found', number);
    const products = getProducts(
      db,
      posting.lines.map(({ sku }) => sku),
    );
    const lines = posting.lines.map(({ sku, requires }) => ({
      sku,
      name: products.get(sku)?.name ?? sku,
      needs: DeclarationKind.options.filter((kind) => requires.includes(kind)),
      usual: [...usualDeclarations(db, sku)],
    }));
    return ok({
      lines: lines.filter(({ needs }) => needs.length > 0),
      others: missingAtShop(posting).filter((one) => !kinds.has(one)),
    });
  },
  'declarations.countries': async ({ posting }, context) => {
    const shop = context.shopOf(posting);
    if (shop === null) return failed('no-shop', 'countries');
    const answer = await shop.link.call(() => shop.account.declarations.listCountries());
    return answer.ok ? ok({ countries: [...answer.value] }) : failed('shop-failed', answer.error.detail);
  },
  'declarations.give': async ({ posting, given }, context) => {
    const shop = context.shopOf(posting);
    if (shop === null) return failed('no-shop', 'declarations');
    const { db, now, bench } = context;
    const outcome = await giveDeclarations(
      { posting, given, actor: bench.actor?.id ?? '' },
      { db, shop, now },
    );
    if (outcome.ok) return ok({ missing: [...outcome.value] });
    const { error } = outcome;
    return failed(
      'shop-failed',
      error.code === 'refused' ? `${error.shopCode}: ${error.detail}` : error.detail,
    );
  },
};
