import { z } from 'zod';
import { dropOffOf } from '../account/warehouses.ts';
import { type ApiMethods, method } from '../http/api-method.ts';
import { type ApiReply, empty, json, notFound, refused } from '../http/api-reply.ts';
import { pageAfter } from '../http/cursor.ts';
import { flag, int64, repeated, text, timeText } from '../http/proto-fields.ts';
import type { World } from '../world/world.ts';
import type { Carriage } from './carriage.ts';
import type { GatePass } from './gate-pass.ts';

const filled = z.string().trim().min(1);
const driver = {
  driver_name: filled,
  driver_phone: filled,
  vehicle_license_plate: filled,
  vehicle_model: filled,
  with_returns: flag,
};
const createSchema = z.object({
  carriage_id: int64,
  arrival_passes: z.array(z.object(driver)).min(1),
});
const updateSchema = z.object({
  carriage_id: int64,
  arrival_passes: z.array(z.object({ id: int64, ...driver })).min(1),
});
const deleteSchema = z.object({ carriage_id: int64, arrival_pass_ids: z.array(int64).min(1) });
const listSchema = z.object({
  filter: z
    .object({
      arrival_pass_ids: repeated(int64),
      arrival_reason: text,
      dropoff_point_ids: repeated(int64),
      warehouse_ids: repeated(int64),
      only_active_passes: flag,
    })
    .nullish(),
  limit: int64.nullish(),
  cursor: text,
});

/** Passes of a shipment: `/v1/carriage/pass/create`, `update`, `delete`, and `/v1/pass/list`. */
export const passMethods: ApiMethods = {
  '/v1/carriage/pass/create': method(createSchema, (input, { world, now }) =>
    ofCarriage(world, input.carriage_id, () => {
      const ids = input.arrival_passes.map((wish) => {
        world.counters.pass += 1;
        const id = 6_000_123_000 + world.counters.pass;
        world.passes.set(id, passOf(id, input.carriage_id, wish, now + 3_600_000));
        return id;
      });
      return json({ arrival_pass_ids: ids.map(String) });
    }),
  ),
  '/v1/carriage/pass/update': method(updateSchema, (input, { world }) =>
    ofCarriage(world, input.carriage_id, () => {
      const known = input.arrival_passes.map(({ id }) => world.passes.get(id));
      if (known.some((pass) => pass?.carriage !== input.carriage_id)) return notFound('PASS_NOT_FOUND');
      for (const wish of input.arrival_passes) {
        const arrivesAt = world.passes.get(wish.id)?.arrivesAt ?? 0;
        world.passes.set(wish.id, passOf(wish.id, input.carriage_id, wish, arrivesAt));
      }
      return empty();
    }),
  ),
  '/v1/carriage/pass/delete': method(deleteSchema, (input, { world }) =>
    ofCarriage(world, input.carriage_id, () => {
      const known = input.arrival_pass_ids.map((id) => world.passes.get(id));
      if (known.some((pass) => pass?.carriage !== input.carriage_id)) return notFound('PASS_NOT_FOUND');
      for (const id of input.arrival_pass_ids) world.passes.delete(id);
      return empty();
    }),
  ),
  '/v1/pass/list': method(listSchema, ({ filter, limit, cursor }, { world }) => {
    if (!limit || limit < 1 || limit > 1000)
      return refused('Request validation error: invalid Limit: value must be inside range [1, 1000]');
    const kept = [...world.passes.values()].filter((pass) => {
      const warehouse = warehouseOf(world, pass);
      return (
        isIn(filter?.arrival_pass_ids, pass.id) &&
        isIn(filter?.warehouse_ids, warehouse.warehouseId) &&
        isIn(filter?.dropoff_point_ids, warehouse.dropOffId) &&
        (!filter?.arrival_reason || reasonsOf(pass).includes(filter.arrival_reason))
      );
    });
    const page = pageAfter(kept, ({ id }) => String(id), cursor, limit);
    if (page === null) return refused('cursor is invalid');
    return json({ arrival_passes: page.items.map((pass) => view(world, pass)), cursor: page.cursor });
  }),
};

/** The passes of a shipment, in the order in which they were made. */
export function passIdsOf(world: World, carriage: Carriage): readonly number[] {
  return [...world.passes.values()].filter((pass) => pass.carriage === carriage.id).map(({ id }) => id);
}

function ofCarriage(world: World, id: number, run: () => ApiReply): ApiReply {
  const carriage = world.carriages.get(id);
  if (carriage === undefined) return notFound('CARRIAGE_NOT_FOUND');
  return carriage.status === 'sended' ? run() : refused('Incorrect_carriage_status');
}

function passOf(
  id: number,
  carriage: number,
  wish: z.output<typeof createSchema>['arrival_passes'][number],
  arrivesAt: number,
): GatePass {
  return {
    ...{ id, carriage, arrivesAt, driverName: wish.driver_name, driverPhone: wish.driver_phone },
    ...{ plate: wish.vehicle_license_plate, model: wish.vehicle_model, withReturns: wish.with_returns },
  };
}

function warehouseOf(world: World, pass: GatePass) {
  return dropOffOf(world.carriages.get(pass.carriage)?.warehouseId ?? 0);
}

function reasonsOf(pass: GatePass): readonly string[] {
  return pass.withReturns ? ['FBS_DELIVERY', 'FBS_RETURN'] : ['FBS_DELIVERY'];
}

function isIn(wanted: readonly number[] | undefined, value: number): boolean {
  return wanted === undefined || wanted.length === 0 || wanted.includes(value);
}

function view(world: World, pass: GatePass) {
  const warehouse = warehouseOf(world, pass);
  return {
    arrival_pass_id: pass.id,
    arrival_reasons: reasonsOf(pass),
    arrival_time: timeText(pass.arrivesAt),
    driver_name: pass.driverName,
    driver_phone: pass.driverPhone,
    dropoff_point_id: warehouse.dropOffId,
    is_active: world.carriages.get(pass.carriage)?.status === 'sended',
    vehicle_license_plate: pass.plate,
    vehicle_model: pass.model,
    warehouse_id: warehouse.warehouseId,
  };
}
