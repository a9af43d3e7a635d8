import { z } from 'zod';
import { WAREHOUSES } from '../account/warehouses.ts';
import { type ApiCall, type ApiMethods, method } from '../http/api-method.ts';
import { type ApiReply, json, notFound, refused } from '../http/api-reply.ts';
import { pageAfter } from '../http/cursor.ts';
import { int64, repeated, text, timestamp } from '../http/proto-fields.ts';
import { MM, pdfBytes } from '../labels/pdf-bytes.ts';
import type { World } from '../world/world.ts';
import { beginCargoTask, placeOf, placesOf } from './cargo-changes.ts';
import type { CargoChange, CargoPlace } from './cargo-place.ts';
import { listedPlace, wholePlace } from './cargo-views.ts';

const cargoType = z.enum(['box', 'pallet']);
const sortType = z.enum(['sort', 'non-sort']);
const createSchema = z.object({
  warehouse_id: int64,
  cargo_type: cargoType,
  sort_type: sortType,
  containers_count: z.int().min(1).max(100),
});
const postingsSchema = z.object({
  container_id: int64,
  posting_numbers: z.array(z.string()).min(1).max(300),
});
const boxesSchema = z.object({
  parent_container_id: int64,
  child_container_ids: z.array(int64).min(1),
});
const idsSchema = z.object({ container_ids: z.array(int64).min(1).max(300) });
const listSchema = z.object({
  filter: z.object({
    cargo_type: text,
    created_from: timestamp,
    created_to: timestamp,
    sort_type: sortType,
    statuses: repeated(z.string()),
    warehouse_id: int64.nullish(),
  }),
  limit: int64.nullish(),
  cursor: text,
  sort_dir: text,
});

/** Cargo places of trusted acceptance: `/v1/carriage/container/*`. Changes happen a moment after they were asked for. */
export const cargoMethods: ApiMethods = {
  '/v1/carriage/container/create': method(createSchema, (input, { world, now }) => {
    if (!world.trustedAcceptance) return refused('ENTRUSTED_ACCEPTANCE_IS_OFF');
    if (!WAREHOUSES.some(({ warehouseId }) => warehouseId === input.warehouse_id))
      return notFound('WAREHOUSE_NOT_FOUND');
    const ids = Array.from({ length: input.containers_count }, () => {
      world.counters.cargoPlace += 1;
      const number = world.counters.cargoPlace;
      const id = 5_000_000 + number;
      world.cargoPlaces.set(id, {
        ...{ id, number, warehouseId: input.warehouse_id, cargoType: input.cargo_type },
        ...{ sortType: input.sort_type, status: 'new', postingNumbers: [], parentId: null, createdAt: now },
      });
      return String(id);
    });
    return json({ container_ids: ids });
  }),
  '/v1/carriage/container/list': method(listSchema, ({ filter, limit, cursor }, { world }) => {
    const kept = [...world.cargoPlaces.values()].filter(
      (place) =>
        place.sortType === filter.sort_type &&
        place.createdAt >= filter.created_from &&
        place.createdAt <= filter.created_to &&
        (!filter.cargo_type || place.cargoType === filter.cargo_type) &&
        (!filter.warehouse_id || place.warehouseId === filter.warehouse_id) &&
        (filter.statuses.length === 0 || filter.statuses.includes(place.status)),
    );
    const page = pageAfter(kept, ({ id }) => String(id), cursor, limit ?? 100);
    if (page === null) return refused('cursor is invalid');
    return json({ containers: page.items.map((place) => listedPlace(world, place)), cursor: page.cursor });
  }),
  '/v1/carriage/container/get': method(z.object({ container_id: int64 }), (input, { world }) => {
    const place = world.cargoPlaces.get(input.container_id);
    return place === undefined ? notFound('CONTAINER_NOT_FOUND') : json(wholePlace(world, place));
  }),
  '/v1/carriage/container/fill': method(postingsSchema, (input, call) =>
    withPostings(input, call, 'fill', (number, place) => fillError(call.world, place, number)),
  ),
  '/v1/carriage/container/remove-postings': method(postingsSchema, (input, call) =>
    withPostings(input, call, 'take-out', (number, place) =>
      place.postingNumbers.includes(number) ? '' : 'posting is not in the container',
    ),
  ),
  '/v1/carriage/container/place-into': method(boxesSchema, (input, call) => withBoxes(input, call, 'put-on')),
  '/v1/carriage/container/remove-from': method(boxesSchema, (input, call) =>
    withBoxes(input, call, 'take-off'),
  ),
  '/v1/carriage/container/approve': method(idsSchema, (input, call) => withPlaces(input, call, 'approve')),
  '/v1/carriage/container/cancel': method(idsSchema, (input, call) => withPlaces(input, call, 'cancel')),
  '/v1/carriage/container/task/info': method(z.object({ task_id: int64 }), ({ task_id }, { world }) => {
    const task = world.cargoTasks.get(task_id);
    if (task === undefined) return notFound('TASK_NOT_FOUND');
    return json({ status: task.isDone ? 'completed' : 'in_progress', error_message: '' });
  }),
  '/v1/carriage/container/label/get': method(idsSchema, async ({ container_ids }, { world, now }) => {
    const approved = placesOf(world, container_ids).filter(({ status }) => status === 'approved');
    if (approved.length === 0) return refused('containers are not approved');
    return json({
      content: await fileOf(approved, now, [75, 120], 'labels'),
      error_containers: container_ids
        .filter((id) => !approved.some((place) => place.id === id))
        .map((id) => ({ container_id: id, error_message: 'container is not approved' })),
    });
  }),
  '/v1/carriage/container/document/get': method(idsSchema, async ({ container_ids }, { world, now }) => {
    const approved = placesOf(world, container_ids).filter(({ status }) => status === 'approved');
    if (approved.length < container_ids.length) return refused('containers are not approved');
    return json(await fileOf(approved, now, [210, 297], 'documents'));
  }),
};

function fillError(world: World, place: CargoPlace, number: string): string {
  const posting = world.postings.get(number);
  if (posting === undefined || posting.warehouseId !== place.warehouseId) return 'posting not found';
  if (posting.status !== 'awaiting_deliver') return 'posting is not packed';
  const now = placeOf(world, number);
  if (now !== undefined)
    return now.id === place.id ? 'posting is in the container' : 'posting is in another container';
  return '';
}

function withPostings(
  { container_id, posting_numbers }: z.output<typeof postingsSchema>,
  { world, now }: ApiCall,
  kind: 'fill' | 'take-out',
  faultOf: (number: string, place: CargoPlace) => string,
): ApiReply {
  const place = world.cargoPlaces.get(container_id);
  if (place === undefined) return notFound('CONTAINER_NOT_FOUND');
  if (place.status !== 'new') return refused('container status is not new');
  const judged = posting_numbers.map((number) => ({ number, error: faultOf(number, place) }));
  const numbers = judged.filter(({ error }) => error === '').map(({ number }) => number);
  const change: CargoChange = { kind, place: place.id, numbers };
  return json({
    task_id: numbers.length === 0 ? 0 : beginCargoTask(world, change, now),
    error_postings: judged
      .filter(({ error }) => error !== '')
      .map(({ number, error }) => ({ posting_number: number, error_message: error })),
  });
}

function withBoxes(
  { parent_container_id, child_container_ids }: z.output<typeof boxesSchema>,
  { world, now }: ApiCall,
  kind: 'put-on' | 'take-off',
): ApiReply {
  const pallet = world.cargoPlaces.get(parent_container_id);
  if (pallet?.cargoType !== 'pallet') return notFound('CONTAINER_NOT_FOUND');
  const isFit = (box: CargoPlace | undefined) =>
    box?.cargoType === 'box' &&
    box.status === 'new' &&
    pallet.status === 'new' &&
    box.parentId === (kind === 'put-on' ? null : pallet.id);
  const boxes = child_container_ids.filter((id) => isFit(world.cargoPlaces.get(id)));
  return json({
    task_id: boxes.length === 0 ? 0 : beginCargoTask(world, { kind, pallet: pallet.id, boxes }, now),
    error_containers: child_container_ids
      .filter((id) => !boxes.includes(id))
      .map((id) => ({ container_id: id, error_message: 'container cannot be moved' })),
  });
}

function withPlaces(
  { container_ids }: z.output<typeof idsSchema>,
  { world, now }: ApiCall,
  kind: 'approve' | 'cancel',
): ApiReply {
  const places = placesOf(world, container_ids)
    .filter((place) => place.status === 'new')
    .map(({ id }) => id);
  return json({
    task_id: places.length === 0 ? 0 : beginCargoTask(world, { kind, places }, now),
    error_containers: container_ids
      .filter((id) => !places.includes(id))
      .map((id) => ({ container_id: id, error_message: 'container status is not new' })),
  });
}

async function fileOf(
  places: readonly CargoPlace[],
  now: number,
  [widthMm, heightMm]: readonly [number, number],
  name: string,
) {
  const bytes = await pdfBytes(now, name, (pdf) => {
    for (const place of places) {
      pdf
        .addPage({ size: [widthMm * MM, heightMm * MM], margin: 0 })
        .font('bold')
        .fontSize(16);
      pdf.text(`Грузоместо ${place.number}`, 5 * MM, 10 * MM, { lineBreak: false });
      pdf.text(`${place.cargoType} · ${place.postingNumbers.length}`, 5 * MM, 20 * MM, { lineBreak: false });
    }
  });
  return {
    content_type: 'application/pdf',
    file_content: Buffer.from(bytes).toString('base64'),
    file_name: `${name}.pdf`,
  };
}
