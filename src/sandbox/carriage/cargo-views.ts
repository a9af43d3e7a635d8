import { dropOffOf } from '../account/warehouses.ts';
import { dayText, timeText } from '../http/proto-fields.ts';
import { productOf, type World } from '../world/world.ts';
import type { CargoPlace } from './cargo-place.ts';

/** A cargo place as `/v1/carriage/container/list` shows it. */
export function listedPlace(world: World, place: CargoPlace) {
  return {
    available_actions: actionsOf(world, place),
    cargo_type: place.cargoType,
    container_id: place.id,
    container_number: place.number,
    count_of_postings: place.postingNumbers.length,
    created_at: timeText(place.createdAt),
    sort_type: place.sortType,
    status: place.parentId !== null && place.status === 'new' ? 'added' : place.status,
    warehouse_date: dayText(place.createdAt),
    warehouse_id: place.warehouseId,
    warehouse_name: dropOffOf(place.warehouseId).name,
    weight: weightKg(world, place.postingNumbers),
  };
}

/** The same with what lies in it, as `/v1/carriage/container/get` shows it. */
export function wholePlace(world: World, place: CargoPlace) {
  const { parentId } = place;
  const boxes = [...world.cargoPlaces.values()].filter((box) => box.parentId === place.id);
  return {
    ...listedPlace(world, place),
    parent_container_id: parentId ?? 0,
    related_container_ids: boxes.map(({ id }) => String(id)),
    postings: place.postingNumbers.map((number) => ({
      available_actions: place.status === 'new' ? ['remove_posting_from_container'] : [],
      in_process_at: timeText(world.postings.get(number)?.inProcessAt ?? 0),
      posting_number: number,
      sort_type: place.sortType,
      weight: weightKg(world, [number]),
      products: (world.postings.get(number)?.lines ?? []).map(({ sku, quantity }) => {
        const { name, offerId } = productOf(world, sku);
        return { sku, name, offer_id: offerId, quantity, picture_url: '' };
      }),
    })),
  };
}

function actionsOf(world: World, place: CargoPlace): readonly string[] {
  if (place.status === 'cancelled') return [];
  if (place.status === 'approved') return ['get_label_container', 'get_documents'];
  const isFilled =
    place.postingNumbers.length > 0 ||
    [...world.cargoPlaces.values()].some(({ parentId }) => parentId === place.id);
  return [
    'delete',
    ...(isFilled ? ['approve', 'remove_posting_from_container'] : []),
    ...(place.cargoType === 'box'
      ? [place.parentId === null ? 'place_box_into_pallet' : 'remove_box_from_pallet']
      : []),
  ];
}

function weightKg(world: World, numbers: readonly string[]): number {
  const lines = numbers.flatMap((number) => world.postings.get(number)?.lines ?? []);
  return lines.reduce((sum, { sku, quantity }) => sum + (productOf(world, sku).weightG * quantity) / 1000, 0);
}
