import type { CargoPlace, CargoStep } from '../../cargo-port.ts';
import type { WirePlace } from '../cargo/wire.ts';

const STATUSES: ReadonlyMap<string, CargoPlace['status']> = new Map([
  ['new', 'open'],
  ['added', 'open'],
  ['approve_enqueued', 'working'],
  ['approve_in_process', 'working'],
  ['cancellation_enqueded', 'working'],
  ['cancellation_enqueued', 'working'],
  ['approve_failed', 'failed'],
  ['approved', 'approved'],
  ['formed', 'approved'],
  ['acceptance_in_progress', 'accepting'],
  ['cancelled', 'ended'],
  ['finished', 'ended'],
]);

const STEPS: ReadonlyMap<string, CargoStep> = new Map([
  ['approve', 'approve'],
  ['delete', 'cancel'],
  ['place_box_into_pallet', 'put-on'],
  ['remove_box_from_pallet', 'take-off'],
  ['get_label_container', 'label'],
  ['get_documents', 'document'],
]);

/** A cargo place in our words. */
export function cargoPlaceOf(wire: WirePlace): CargoPlace {
  return {
    ...{ id: wire.container_id, number: wire.container_number, warehouse: wire.warehouse_id },
    ...{ warehouseName: wire.warehouse_name, weightKg: wire.weight, createdAt: wire.created_at },
    // Requests say box and sort, postings BOX and SORT.
    kind: wire.cargo_type.toLowerCase() === 'pallet' ? 'pallet' : 'box',
    isSorted: wire.sort_type.toLowerCase() === 'sort',
    ...{ status: STATUSES.get(wire.status) ?? 'unknown', shopStatus: wire.status },
    postings: wire.count_of_postings,
    steps: wire.available_actions.flatMap((action) => STEPS.get(action) ?? []),
  };
}
