import { z } from 'zod';
import { type ApiCall, type ApiMethods, method } from '../http/api-method.ts';
import { json, refused } from '../http/api-reply.ts';
import { pageAfter } from '../http/cursor.ts';
import { int64, repeated, text } from '../http/proto-fields.ts';
import { cardFields } from '../import/card-fields.ts';
import type { World } from '../world/world.ts';
import { type CardState, cardOf, settleCard } from './card-state.ts';
import { cardFilter, keptProducts } from './kept-products.ts';
import { inDimensionUnit, inWeightUnit } from './make-catalogue.ts';
import type { Product } from './product.ts';

const listSchema = z.object({ filter: cardFilter, last_id: text, limit: int64.nullish() });
const infoSchema = z.object({
  offer_id: repeated(z.string()),
  product_id: repeated(int64),
  sku: repeated(int64),
});

/** `/v3/product/list`, `/v3/product/info/list`, `/v4/product/info/attributes`. */
export const productMethods: ApiMethods = {
  '/v3/product/list': method(listSchema, (input, call) => {
    const page = productPage(input, call, 'whatever');
    if (page === null)
      return refused(
        'Request validation error: invalid GetProductListRequest.Limit: value must be inside range [1, 1000]',
      );
    const items = page.items.map((product) => ({
      product_id: product.productId,
      offer_id: product.offerId,
      sku: product.sku,
      has_fbo_stocks: false,
      has_fbs_stocks: cardOf(call.world.cards, product).stocks.some(({ free }) => free > 0),
      archived: cardOf(call.world.cards, product).archived,
      is_discounted: false,
      quants: [],
    }));
    return json({ result: { items, total_items: page.total, last_id: page.lastId } });
  }),
  '/v3/product/info/list': method(infoSchema, (input, call) => {
    const asked = input.offer_id.length + input.product_id.length + input.sku.length;
    if (asked === 0) return refused('use either offer_id or product_id or sku');
    if (asked > 1000)
      return refused('Request validation error: invalid GetProductInfoListRequest: too many items');
    const [offers, ids, skus] = [new Set(input.offer_id), new Set(input.product_id), new Set(input.sku)];
    const wanted = ({ offerId, productId, sku }: Product): boolean =>
      offers.has(offerId) || ids.has(productId) || skus.has(sku);
    return json({
      items: productsOf(call.world)
        .filter(wanted)
        .map((product) => infoOf(product, call)),
    });
  }),
  '/v4/product/info/attributes': method(listSchema, (input, call) => {
    const page = productPage(input, call);
    if (page === null)
      return refused(
        'Request validation error: invalid GetProductAttributesRequest.Limit: value must be inside range [1, 1000]',
      );
    const result = page.items.map((product) => attributesOf(product, call));
    return json({ result, last_id: page.lastId, total: String(page.total) });
  }),
};

/** Where the product's picture is served. */
export function pictureUrl(product: Product, baseUrl: string): string {
  return `${baseUrl}/cdn/pictures/${product.sku}.png`;
}

function productsOf(world: World): readonly Product[] {
  return [...world.products.values()];
}

function productPage(
  input: z.output<typeof listSchema>,
  call: ApiCall,
  byIds: 'whatever' | 'as-filtered' = 'as-filtered',
) {
  const limit = input.limit ?? 0;
  if (limit < 1 || limit > 1000) return null;
  const kept = keptProducts(call.world, input.filter, byIds);
  const page = pageAfter(kept, (product) => String(product.sku), input.last_id, limit);
  const last = page?.items.at(-1);
  // Ozon gives a last_id with every page that has items; the walk ends at an empty page.
  const lastId = last === undefined ? '' : Buffer.from(`k:${last.sku}`).toString('base64');
  return page === null ? null : { items: page.items, total: kept.length, lastId };
}

function infoOf(product: Product, call: ApiCall) {
  const card = settledCard(product, call);
  return {
    id: product.productId,
    sku: product.sku,
    offer_id: product.offerId,
    name: card.name,
    barcodes: card.barcodes,
    images: [],
    primary_image: [pictureUrl(product, call.baseUrl)],
    color_image: [],
    price: card.price,
    old_price: card.oldPrice,
    min_price: card.minPrice,
    currency_code: 'RUB',
    vat: '0.22',
    volume_weight: Math.round(volumeL(product) * 2) / 10,
    is_archived: card.archived,
    is_autoarchived: false,
    is_discounted: false,
    is_kgt: false,
    is_super: false,
    errors: card.errors.map(({ code, message }) => ({
      ...{ code, field: '', attribute_id: 0, level: 'ERROR_LEVEL_ERROR', state: '' },
      texts: {
        attribute_name: '',
        description: message,
        hint_code: code,
        message,
        short_description: message,
      },
    })),
    sources: [
      {
        sku: product.sku,
        source: 'sds',
        shipment_type: 'SHIPMENT_TYPE_GENERAL',
        quant_code: '',
        created_at: '2026-01-15T10:30:00Z',
      },
    ],
    statuses: {
      is_created: true,
      status: card.status,
      moderate_status: 'approved',
      validation_status: 'success',
      status_name: 'Продается',
      status_failed: '',
      status_description: '',
      status_tooltip: '',
      status_updated_at: '2026-01-15T10:30:00Z',
    },
    stocks: stocksOf(card),
    visibility_details: { has_price: true, has_stock: stocksOf(card).has_stock },
    created_at: '2026-01-15T10:30:00.123456Z',
    updated_at: '2026-01-15T10:30:00.123456Z',
    type_id: 92_000 + product.kind.length,
    description_category_id: 17_000_000 + product.kind.length,
    ...cardFields(call.world, product.sku),
  };
}

function settledCard(product: Product, { world, now }: ApiCall): CardState {
  const card = cardOf(world.cards, product);
  settleCard(card, now);
  return card;
}

function stocksOf({ sku, stocks }: CardState) {
  const present = stocks.reduce((sum, { free }) => sum + free, 0);
  return { has_stock: present > 0, stocks: [{ sku, source: 'fbs', present, reserved: 0 }] };
}

function attributesOf(product: Product, call: ApiCall) {
  const card = settledCard(product, call);
  const size = card.sizeless ? { length: 0, width: 0, height: 0 } : product.sizeMm;
  return {
    id: product.productId,
    sku: product.sku,
    offer_id: product.offerId,
    name: card.name,
    barcode: card.barcodes[0] ?? '',
    barcodes: card.barcodes,
    depth: inDimensionUnit(size.length, product.dimensionUnit),
    width: inDimensionUnit(size.width, product.dimensionUnit),
    height: inDimensionUnit(size.height, product.dimensionUnit),
    dimension_unit: product.dimensionUnit,
    weight: inWeightUnit(card.sizeless ? 0 : product.weightG, product.weightUnit),
    weight_unit: product.weightUnit,
    primary_image: pictureUrl(product, call.baseUrl),
    images: [],
    color_image: '',
    attributes: [
      { id: 10096, complex_id: 0, values: [{ dictionary_value_id: 0, value: product.colourName }] },
    ],
    attributes_with_defaults: [],
    complex_attributes: [],
    pdf_list: [],
    model_info: { model_id: 0, count: 0 },
    type_id: 92_000 + product.kind.length,
    description_category_id: 17_000_000 + product.kind.length,
  };
}

function volumeL(product: Product): number {
  return (product.sizeMm.length * product.sizeMm.width * product.sizeMm.height) / 1e6;
}
