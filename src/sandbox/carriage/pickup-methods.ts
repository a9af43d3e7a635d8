import { z } from 'zod';
import { WAREHOUSES } from '../account/warehouses.ts';
import { type ApiMethods, method } from '../http/api-method.ts';
import { empty, json, notFound, refused } from '../http/api-reply.ts';
import { dayText, flag, int64, repeated, text, timeText } from '../http/proto-fields.ts';
import type { World } from '../world/world.ts';
import { readyPostings } from './shipments.ts';

const warehouseOnly = z.object({ warehouse_id: int64 });
const historySchema = z.object({
  filter: z.object({ planned_date: text, warehouse_id: repeated(int64), was_planned: flag }).nullish(),
  limit: int64.nullish(),
  cursor: text,
});

/** Couriers that fetch shipments: `/v1/warehouse/fbs/pickup/planning/list`, `courier/create`, `courier/cancel`, `history/list`. */
export const pickupMethods: ApiMethods = {
  '/v1/warehouse/fbs/pickup/planning/list': method(z.object({}), (_, { world, now }) =>
    json({
      result: {
        warehouses: WAREHOUSES.filter(({ express }) => !express).map(({ warehouseId, name }) => ({
          can_modify_pickup_plan: true,
          has_postings_to_be_planned: readyPostings(world, warehouseId).length > 0,
          is_pickup_planned: isPlanned(world, warehouseId),
          last_pickup_plan_date_at: timeText(now + 6 * 3_600_000),
          warehouse_id: warehouseId,
          warehouse_name: name,
        })),
      },
    }),
  ),
  '/v1/warehouse/fbs/pickup/courier/create': method(warehouseOnly, ({ warehouse_id }, { world, now }) => {
    if (!isKnown(warehouse_id)) return notFound('WAREHOUSE_NOT_FOUND');
    if (isPlanned(world, warehouse_id)) return refused('PICKUP_ALREADY_PLANNED');
    world.pickups.push({ warehouseId: warehouse_id, day: dayText(now), isPlanned: true, changedAt: now });
    return empty();
  }),
  '/v1/warehouse/fbs/pickup/courier/cancel': method(warehouseOnly, ({ warehouse_id }, { world, now }) => {
    if (!isKnown(warehouse_id)) return notFound('WAREHOUSE_NOT_FOUND');
    if (!isPlanned(world, warehouse_id)) return refused('PICKUP_NOT_PLANNED');
    world.pickups.push({ warehouseId: warehouse_id, day: dayText(now), isPlanned: false, changedAt: now });
    return empty();
  }),
  '/v1/warehouse/fbs/pickup/history/list': method(historySchema, ({ limit }, { world }) => {
    if (!limit || limit < 1 || limit > 1000)
      return refused('Request validation error: invalid Limit: value must be inside range [1, 1000]');
    const history = world.pickups.toReversed().slice(0, limit);
    return json({
      result: {
        cursor: '',
        history: history.map(({ warehouseId, day, isPlanned: planned, changedAt }) => ({
          planned_date: day,
          status: planned ? 'courier_called' : 'courier_cancelled',
          updated_at: timeText(changedAt),
          warehouse_id: warehouseId,
          warehouse_name: WAREHOUSES.find((one) => one.warehouseId === warehouseId)?.name ?? '',
          was_planned: planned,
        })),
      },
    });
  }),
};

function isKnown(warehouseId: number): boolean {
  return WAREHOUSES.some((one) => one.warehouseId === warehouseId && !one.express);
}

function isPlanned(world: World, warehouseId: number): boolean {
  return world.pickups.findLast((one) => one.warehouseId === warehouseId)?.isPlanned ?? false;
}
