import { z } from 'zod';
import { dropOffOf, TPL_PROVIDER, WAREHOUSES, type Warehouse } from '../account/warehouses.ts';
import { type ApiMethods, method } from '../http/api-method.ts';
import { empty, json, notFound, refusal, refused } from '../http/api-reply.ts';
import { dayText, flag, int64, text, timestamp, timeText } from '../http/proto-fields.ts';
import { plan, productOf, type World } from '../world/world.ts';
import type { Carriage } from './carriage.ts';
import { passIdsOf } from './pass-methods.ts';
import { cancelCarriage, carriagesOf, createCarriage, putInto, readyPostings } from './shipments.ts';

const deliveryListSchema = z.object({
  filter: z.object({ delivery_method_id: int64.nullish(), departure_date: text }).nullish(),
  limit: int64.nullish(),
  cursor: text,
});
const createSchema = z.object({
  delivery_method_id: int64.nullish(),
  departure_date: timestamp.nullish(),
  all_blr_traceable: flag,
});
const setPostingsSchema = z.object({ carriage_id: int64, posting_numbers: z.array(z.string()).min(1) });
const approveSchema = z.object({ carriage_id: int64, containers_count: int64.nullish() });
const carriageOnly = z.object({ carriage_id: int64 });

/** Shipments: `/v2/carriage/delivery/list`, `/v1/carriage/create`, `set-postings`, `approve`, `get`, `cancel`. */
export const carriageMethods: ApiMethods = {
  '/v2/carriage/delivery/list': method(deliveryListSchema, (input, { world, now }) => {
    const limit = input.limit ?? 0;
    if (limit < 1 || limit > 1000)
      return refused(
        'Request validation error: invalid CarriageDeliveryListV2Request.Limit: value must be inside range [1, 1000]',
      );
    const methodId = input.filter?.delivery_method_id ?? 0;
    const day = input.filter?.departure_date || dayText(now);
    const methods = WAREHOUSES.filter(({ warehouseId }) => methodId === 0 || warehouseId === methodId)
      .map((warehouse) => deliveryView(world, warehouse, day, now))
      .filter((view) => view !== null);
    return json({ methods, has_next: false, cursor: '' });
  }),
  '/v1/carriage/create': method(createSchema, (input, { world, now }) => {
    const warehouse = WAREHOUSES.find(({ warehouseId }) => warehouseId === input.delivery_method_id);
    if (warehouse === undefined) return notFound('DELIVERY_METHOD_NOT_FOUND');
    const postings = readyPostings(world, warehouse.warehouseId);
    if (postings.length === 0) return notFound('POSTING_NOT_FOUND');
    const open = carriagesOf(world, warehouse.warehouseId).some(({ status }) => status === 'new');
    if (open) return refusal(409, 9, 'there_are_incomplete_carriages');
    const carriage = createCarriage(
      world,
      warehouse.warehouseId,
      dayText(input.departure_date ?? now),
      postings,
      now,
    );
    return json({ carriage_id: carriage.id });
  }),
  '/v1/carriage/set-postings': method(setPostingsSchema, (input, { world, now }) => {
    const carriage = world.carriages.get(input.carriage_id);
    if (carriage === undefined) return notFound('CARRIAGE_NOT_FOUND');
    if (carriage.status !== 'new') return refused('Incorrect_carriage_status');
    const judged = input.posting_numbers.map((number) => ({
      number,
      error: postingError(world, carriage, number),
    }));
    const taken = judged.filter(({ error }) => error === '').map(({ number }) => world.postings.get(number));
    putInto(world, carriage, [...new Set(taken.filter((posting) => posting !== undefined))], now);
    return json({
      result: judged.map(({ number, error }) => ({ posting_number: number, result: error === '', error })),
    });
  }),
  '/v1/carriage/approve': method(approveSchema, (input, { world, now }) => {
    const carriage = world.carriages.get(input.carriage_id);
    if (carriage === undefined) return notFound('CARRIAGE_NOT_FOUND');
    if (carriage.status !== 'new') return refused('Incorrect_carriage_status');
    carriage.status = 'formed';
    carriage.containersCount = input.containers_count ?? 0;
    carriage.updatedAt = now;
    plan(world, {
      at: now + world.timings.carriageMs,
      change: { kind: 'carriageSent', carriage: carriage.id },
    });
    return empty();
  }),
  '/v1/carriage/get': method(carriageOnly, (input, { world }) => {
    const carriage = world.carriages.get(input.carriage_id);
    return carriage === undefined ? notFound('CARRIAGE_NOT_FOUND') : json(carriageView(world, carriage));
  }),
  '/v1/carriage/cancel': method(carriageOnly, (input, { world, now }) => {
    const carriage = world.carriages.get(input.carriage_id);
    if (carriage === undefined) return notFound('CARRIAGE_NOT_FOUND');
    const error = cancelCarriage(world, carriage, now) ? '' : 'Incorrect_carriage_status';
    return json({ error, carriage_status: carriage.status });
  }),
};

function postingError(world: World, carriage: Carriage, number: string): string {
  const posting = world.postings.get(number);
  if (posting === undefined || posting.warehouseId !== carriage.warehouseId) return 'POSTING_NOT_FOUND';
  if (posting.status !== 'awaiting_deliver') return 'not_packaged';
  return posting.carriageId === null || posting.carriageId === carriage.id ? '' : 'non_carriageable';
}

function deliveryView(world: World, warehouse: Warehouse, day: string, now: number) {
  const carriages = carriagesOf(world, warehouse.warehouseId).filter(
    ({ departureDay }) => departureDay === day,
  );
  const ready = readyPostings(world, warehouse.warehouseId);
  const waiting = [...world.postings.values()].filter(
    (posting) =>
      posting.warehouseId === warehouse.warehouseId &&
      posting.status === 'awaiting_packaging' &&
      dayText(posting.shipmentAt) <= day,
  );
  if (carriages.length + ready.length + waiting.length === 0) return null;
  const mayCreate = ready.length > 0 && !carriages.some(({ status }) => status === 'new');
  const views = carriages.map((carriage) => summary(world, carriage));
  const possible = {
    id: 0,
    status: 'new',
    postings_count: ready.length,
    quantum_count: 0,
    carriage_volume: 0,
    available_actions: ['create'],
    all_blr_traceable: false,
    pickup_fee: null,
  };
  return {
    delivery_method_id: warehouse.warehouseId,
    delivery_method_name: `Доставка Ozon самостоятельно, ${warehouse.city}`,
    delivery_method_status: 'ACTIVE',
    warehouse_id: warehouse.warehouseId,
    warehouse_name: warehouse.name,
    warehouse_city: warehouse.city,
    tpl_provider_name: TPL_PROVIDER.name,
    tpl_provider_icon_url: '',
    integration_type: 'ozon',
    departure_date: day,
    cutoff_at: timeText(Math.ceil((now + 3_600_000) / 3_600_000) * 3_600_000),
    cut_in: '01:00',
    dropoff_point_id: warehouse.dropOffId,
    dropoff_point_type: 'SC',
    dropoff_address: warehouse.dropOffAddress,
    dropoff_change_availability: '',
    first_mile_type: 'DropOff',
    first_mile_changing: false,
    timeslot_from: '09:00',
    timeslot_to: '21:00',
    recommended_time_local: '18:00',
    recommended_time_utc_offset_in_minutes: 180,
    carriage_postings_count: carriages.reduce((sum, { postingNumbers }) => sum + postingNumbers.length, 0),
    mandatory_postings_count: waiting.length + ready.length,
    mandatory_packaged_count: ready.length,
    optional_packaged_count: 0,
    has_entrusted_acceptance: world.trustedAcceptance,
    is_presort: false,
    is_rfbs: false,
    is_optional_carriage: false,
    errors: [],
    carriages: mayCreate ? [...views, possible] : views,
  };
}

function summary(world: World, carriage: Carriage) {
  const lines = carriage.postingNumbers.flatMap((number) => world.postings.get(number)?.lines ?? []);
  const volumeL = lines.reduce((sum, line) => {
    const { sizeMm } = productOf(world, line.sku);
    return sum + (sizeMm.length * sizeMm.width * sizeMm.height * line.quantity) / 1e6;
  }, 0);
  return {
    id: carriage.id,
    status: carriage.status,
    postings_count: carriage.postingNumbers.length,
    quantum_count: 0,
    carriage_volume: Math.round(volumeL * 10) / 10,
    available_actions: actionsOf(carriage),
    all_blr_traceable: false,
    pickup_fee: null,
  };
}

function actionsOf(carriage: Carriage): readonly string[] {
  if (carriage.status === 'new') return ['approve', 'cancel'];
  if (carriage.status === 'sended') return ['get_shipping_list', 'get_waybill', 'set_arrival_passes'];
  const isHandedIn = carriage.status === 'received' || carriage.status === 'closed';
  return isHandedIn ? ['get_shipping_list', 'get_waybill'] : [];
}

function carriageView(world: World, carriage: Carriage) {
  const cancellable = carriage.status === 'new' || carriage.status === 'formed';
  return {
    carriage_id: carriage.id,
    company_id: 1,
    warehouse_id: carriage.warehouseId,
    delivery_method_id: carriage.warehouseId,
    tpl_provider_id: TPL_PROVIDER.id,
    status: carriage.status,
    act_type: 'ozon_digital',
    departure_date: carriage.departureDay,
    first_mile_type: 'DropOff',
    integration_type: 'ozon',
    containers_count: carriage.containersCount,
    is_partial: false,
    partial_num: 0,
    has_postings_for_next_carriage: readyPostings(world, carriage.warehouseId).length > 0,
    arrival_pass_ids: passIdsOf(world, carriage).map(String),
    available_actions: actionsOf(carriage),
    cancel_availability: { is_cancel_available: cancellable, reason: cancellable ? '' : 'carriage has left' },
    is_waybill_enabled: !dropOffOf(carriage.warehouseId).express,
    is_econom: false,
    is_container_label_printed: false,
    all_blr_traceable: false,
    retry_count: 0,
    created_at: timeText(carriage.createdAt),
    updated_at: timeText(carriage.updatedAt),
  };
}
