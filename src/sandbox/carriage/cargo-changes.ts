import { plan, type World } from '../world/world.ts';
import type { CargoChange, CargoPlace } from './cargo-place.ts';

/** Has a change happen in a moment; answers the task's id. `now` in epoch ms. */
export function beginCargoTask(world: World, change: CargoChange, now: number): number {
  world.counters.cargoTask += 1;
  const id = 7_000_000 + world.counters.cargoTask;
  world.cargoTasks.set(id, { id, isDone: false, change });
  plan(world, { at: now + world.timings.cargoMs, change: { kind: 'cargoDone', task: id } });
  return id;
}

/** Ends what a task began. */
export function finishCargoTask(world: World, id: number): void {
  const task = world.cargoTasks.get(id);
  if (task === undefined || task.isDone) return;
  task.isDone = true;
  const { change } = task;
  switch (change.kind) {
    case 'fill':
      for (const number of change.numbers) {
        for (const place of world.cargoPlaces.values()) without(place, number);
        const place = world.cargoPlaces.get(change.place);
        if (place !== undefined) place.postingNumbers = [...place.postingNumbers, number];
      }
      break;
    case 'take-out':
      for (const number of change.numbers) without(world.cargoPlaces.get(change.place), number);
      break;
    case 'put-on':
    case 'take-off':
      for (const box of placesOf(world, change.boxes))
        box.parentId = change.kind === 'put-on' ? change.pallet : null;
      break;
    case 'approve':
      for (const place of placesOf(world, change.places)) place.status = 'approved';
      break;
    case 'cancel':
      for (const place of placesOf(world, change.places)) {
        place.status = 'cancelled';
        place.postingNumbers = [];
        place.parentId = null;
      }
      break;
  }
}

/** The place that a posting lies in; undefined where it lies in none. */
export function placeOf(world: World, number: string): CargoPlace | undefined {
  return [...world.cargoPlaces.values()].find(({ postingNumbers }) => postingNumbers.includes(number));
}

/** The places of these ids, the unknown ones left out. */
export function placesOf(world: World, ids: readonly number[]): readonly CargoPlace[] {
  return ids.flatMap((id) => world.cargoPlaces.get(id) ?? []);
}

function without(place: CargoPlace | undefined, number: string): void {
  if (place === undefined) return;
  place.postingNumbers = place.postingNumbers.filter((other) => other !== number);
}
