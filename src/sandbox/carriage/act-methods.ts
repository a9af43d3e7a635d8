import bwipjs from 'bwip-js/node';
import { z } from 'zod';
import { dropOffOf } from '../account/warehouses.ts';
import { type ApiMethods, method } from '../http/api-method.ts';
import { json, notFound, refused } from '../http/api-reply.ts';
import { int64, repeated, text, timeText } from '../http/proto-fields.ts';
import { productOf, type World } from '../world/world.ts';
import { actPdf } from './act-pdf.ts';
import type { Carriage } from './carriage.ts';
import { contentOf, readyPostings } from './shipments.ts';

const idOnly = z.object({ id: int64 });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}/, 'value must be a date');
const listSchema = z.object({
  filter: z.object({ date_from: day, date_to: day, integration_type: text, status: repeated(z.string()) }),
  limit: int64.nullish(),
});

/** How far the documents are by how far the shipment is. */
const ACT_STATUS = {
  ...{ new: 'in_process', formed: 'in_process', cancelled: 'cancelled' },
  ...{ sended: 'ready', received: 'ready', closed: 'ready' },
} as const;

/** Documents of a shipment; their `id` is the carriage_id. */
export const actMethods: ApiMethods = {
  '/v2/posting/fbs/act/check-status': method(idOnly, ({ id }, { world }) => {
    const carriage = world.carriages.get(id);
    if (carriage === undefined) return notFound('CARRIAGE_NOT_FOUND');
    const { kept, gone } = contentOf(world, carriage);
    return json({
      result: {
        status: ACT_STATUS[carriage.status],
        added_to_act: kept.map(({ number }) => number),
        removed_from_act: gone,
        act_type: 'ozon_digital',
        is_partial: false,
        partial_num: 0,
        has_postings_for_next_carriage: readyPostings(world, carriage.warehouseId).length > 0,
      },
    });
  }),
  '/v2/posting/fbs/act/get-pdf': method(idOnly, async ({ id }, { world }) => {
    const carriage = world.carriages.get(id);
    if (carriage === undefined) return notFound('CARRIAGE_NOT_FOUND');
    if (carriage.status === 'new' || carriage.status === 'formed' || carriage.status === 'cancelled')
      return refused("The next postings aren't ready");
    return { kind: 'bytes', contentType: 'application/pdf', bytes: await actPdf(world, carriage) };
  }),
  '/v2/posting/fbs/act/get-barcode': method(idOnly, async ({ id }, { world }) => {
    const carriage = world.carriages.get(id);
    if (carriage === undefined) return notFound('CARRIAGE_NOT_FOUND');
    const bytes = await bwipjs.toBuffer({
      bcid: 'code128',
      text: actBarcode(carriage),
      scale: 3,
      height: 15,
      paddingwidth: 10,
      paddingheight: 4,
      backgroundcolor: 'FFFFFF',
    });
    return { kind: 'bytes', contentType: 'image/png', bytes };
  }),
  '/v2/posting/fbs/act/get-barcode/text': method(idOnly, ({ id }, { world }) => {
    const carriage = world.carriages.get(id);
    return carriage === undefined ? notFound('CARRIAGE_NOT_FOUND') : json({ result: actBarcode(carriage) });
  }),
  '/v2/posting/fbs/act/get-postings': method(idOnly, ({ id }, { world }) => {
    const carriage = world.carriages.get(id);
    return carriage === undefined
      ? notFound('CARRIAGE_NOT_FOUND')
      : json({ result: actPostings(world, carriage) });
  }),
  '/v2/posting/fbs/act/list': method(listSchema, ({ filter, limit }, { world }) => {
    if (!limit || limit < 1 || limit > 50)
      return refused(
        'Request validation error: invalid ActListRequest.Limit: value must be inside range [1, 50]',
      );
    const kept = [...world.carriages.values()].filter(
      (carriage) =>
        carriage.departureDay >= filter.date_from.slice(0, 10) &&
        carriage.departureDay <= filter.date_to.slice(0, 10) &&
        (filter.status.length === 0 || filter.status.includes(carriage.status)),
    );
    return json({
      result: kept
        .slice(-limit)
        .reverse()
        .map((carriage) => actView(world, carriage)),
    });
  }),
};

/** What the acceptance point scans; the form follows a real one. */
export function actBarcode(carriage: Carriage): string {
  return `%303%${String(24_000_000_000 + (carriage.id % 1_000_000_000))}`;
}

function actPostings(world: World, carriage: Carriage) {
  return contentOf(world, carriage).kept.map((posting) => ({
    id: posting.orderId,
    posting_number: posting.number,
    status: posting.status,
    seller_error: '',
    multi_box_qty: 1,
    created_at: timeText(posting.inProcessAt),
    updated_at: timeText(posting.changedAt),
    products: posting.lines.map((line) => {
      const product = productOf(world, line.sku);
      return {
        sku: line.sku,
        offer_id: product.offerId,
        name: product.name,
        quantity: line.quantity,
        price: product.priceRub.toFixed(4),
      };
    }),
  }));
}

function actView(world: World, carriage: Carriage) {
  const none = { created_at: null, document_status: '' };
  return {
    id: carriage.id,
    delivery_method_id: carriage.warehouseId,
    delivery_method_name: `Доставка Ozon самостоятельно, ${dropOffOf(carriage.warehouseId).city}`,
    integration_type: 'ozon',
    status: carriage.status,
    departure_date: carriage.departureDay,
    containers_count: carriage.containersCount,
    act_type: 'ozon_digital',
    is_partial: false,
    partial_num: 0,
    has_postings_for_next_carriage: readyPostings(world, carriage.warehouseId).length > 0,
    created_at: timeText(carriage.createdAt),
    updated_at: timeText(carriage.updatedAt),
    related_docs: { act_of_acceptance: none, act_of_mismatch: none, act_of_excess: none },
  };
}
