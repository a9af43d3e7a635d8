import { z } from 'zod';
import { type ApiMethods, method } from '../http/api-method.ts';
import { type ApiRefusal, json, notFound, refused } from '../http/api-reply.ts';
import { flag, int64, repeated } from '../http/proto-fields.ts';
import { type Posting, unitCount } from '../postings/posting.ts';
import { lacksExemplars, skusWithoutCountry } from '../postings/requirements.ts';
import { productOf, type World } from '../world/world.ts';
import { type PackageWish, packagesFault } from './check-packages.ts';
import { beginShip, splitOffAndShip } from './ship-posting.ts';

const quantity = int64.refine((value) => value >= 1, 'value must be greater than 0');
const shipSchema = z.object({
  posting_number: z.string().min(1),
  packages: z
    .array(
      z.object({
        products: z
          .array(z.object({ product_id: int64, quantity }))
          .min(1, 'value must contain at least 1 item(s)'),
      }),
    )
    .min(1, 'value must contain at least 1 item(s)'),
  with: z.object({ additional_data: flag }).nullish(),
});
const packageSchema = z.object({
  posting_number: z.string().min(1),
  products: z
    .array(z.object({ product_id: int64, quantity, exemplarsIds: repeated(int64) }))
    .min(1, 'value must contain at least 1 item(s)'),
});

/** `/v4/posting/fbs/ship` and `/v4/posting/fbs/ship/package`; both are asynchronous. */
export const shipMethods: ApiMethods = {
  '/v4/posting/fbs/ship': method(shipSchema, (input, { world, now }) => {
    const posting = world.postings.get(input.posting_number);
    if (posting === undefined) return notFound('POSTING_NOT_FOUND');
    posting.counts.shipRequests += 1;
    const wishes = input.packages.map(({ products }) => wishOf(products));
    const barred = refuseShip(posting, world);
    if (barred !== null) return barred;
    const fault = packagesFault(posting, wishes);
    if (fault !== null) return refused(fault);
    const content = additionalData(posting, world);
    const result = beginShip(world, posting, wishes, now);
    return json({ result, additional_data: input.with?.additional_data ? content : [] });
  }),
  '/v4/posting/fbs/ship/package': method(packageSchema, (input, { world, now }) => {
    const posting = world.postings.get(input.posting_number);
    if (posting === undefined) return notFound('POSTING_NOT_FOUND');
    posting.counts.shipRequests += 1;
    const barred = refuseShip(posting, world);
    if (barred !== null) return barred;
    const part = wishOf(input.products);
    for (const { sku, quantity: taken } of part.items) {
      const line = posting.lines.find((candidate) => candidate.sku === sku);
      if (line === undefined) return refused('UNKNOWN_PRODUCT_DEFINED');
      if (taken > line.quantity) return refused('HAS_INCORRECT_PRODUCT_QUANTITY');
    }
    if (part.items.reduce((sum, item) => sum + item.quantity, 0) === unitCount(posting)) {
      beginShip(world, posting, [part], now);
      return json({ result: posting.number });
    }
    const exemplarIds = input.products.flatMap(({ exemplarsIds }) => exemplarsIds);
    return json({ result: splitOffAndShip(world, posting, part, exemplarIds, now) });
  }),
};

/** Sums doubled products, so that each SKU stands once in a package. */
function wishOf(
  products: readonly { readonly product_id: number; readonly quantity: number }[],
): PackageWish {
  const bySku = new Map<number, number>();
  for (const product of products)
    bySku.set(product.product_id, (bySku.get(product.product_id) ?? 0) + product.quantity);
  return { items: [...bySku].map(([sku, units]) => ({ sku, quantity: units })) };
}

function refuseShip(posting: Posting, world: World): ApiRefusal | null {
  if (posting.status === 'cancelled') return refused('POSTING_ALREADY_CANCELLED');
  if (posting.shippedAt !== null) return refused('POSTING_ALREADY_SHIPPED');
  if (posting.status !== 'awaiting_packaging' || posting.shipping) return refused('HAS_INCORRECT_STATUS');
  if (isUnweighed(posting)) return refused('WEIGHT_IS_REQUIRED');
  if (lacksExemplars(posting, world)) return refused('EXEMPLAR_INFO_NOT_FILLED_COMPLETELY');
  if (skusWithoutCountry(posting).length > 0) return refused('COUNTRY_IS_REQUIRED');
  return null;
}

function isUnweighed(posting: Posting): boolean {
  const weighed = posting.exemplars.filter(({ weightKg }) => weightKg > 0).length;
  return posting.demands.includes('weight') && weighed < unitCount(posting);
}

function additionalData(posting: Posting, world: World) {
  const products = posting.lines.map((line) => {
    const product = productOf(world, line.sku);
    return {
      sku: line.sku,
      offer_id: product.offerId,
      name: product.name,
      quantity: line.quantity,
      price: String(product.priceRub),
      currency_code: 'RUB',
      mandatory_mark: posting.exemplars
        .filter(({ sku }) => sku === line.sku)
        .flatMap(({ marks }) => marks.map(({ mark }) => mark)),
    };
  });
  return [{ posting_number: posting.number, products }];
}
