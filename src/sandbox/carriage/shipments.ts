import type { Posting } from '../postings/posting.ts';
import { setSubstatus } from '../postings/posting-status.ts';
import type { World } from '../world/world.ts';
import type { Carriage } from './carriage.ts';

/** Packed postings of a warehouse that no shipment has yet. */
export function readyPostings(world: World, warehouseId: number): readonly Posting[] {
  return [...world.postings.values()].filter(
    (posting) =>
      posting.warehouseId === warehouseId &&
      posting.status === 'awaiting_deliver' &&
      posting.carriageId === null,
  );
}

/** Shipments of a warehouse that are not cancelled, oldest first. */
export function carriagesOf(world: World, warehouseId: number): readonly Carriage[] {
  return [...world.carriages.values()].filter(
    (carriage) => carriage.warehouseId === warehouseId && carriage.status !== 'cancelled',
  );
}

/** Makes a shipment of the given postings. `now` in epoch ms. */
export function createCarriage(
  world: World,
  warehouseId: number,
  departureDay: string,
  postings: readonly Posting[],
  now: number,
): Carriage {
  world.counters.carriage += 1;
  const carriage: Carriage = {
    id: 900_000_000_001_000 + world.counters.carriage,
    warehouseId,
    departureDay,
    status: 'new',
    postingNumbers: [],
    removedNumbers: [],
    missingNumbers: [],
    containersCount: 0,
    createdAt: now,
    updatedAt: now,
  };
  world.carriages.set(carriage.id, carriage);
  putInto(world, carriage, postings, now);
  return carriage;
}

/** Makes the given postings the whole content of a shipment. */
export function putInto(world: World, carriage: Carriage, postings: readonly Posting[], now: number): void {
  for (const number of carriage.postingNumbers) {
    const posting = world.postings.get(number);
    if (posting === undefined || postings.includes(posting)) continue;
    leave(posting, now);
    carriage.removedNumbers = [...carriage.removedNumbers, number];
  }
  for (const posting of postings) {
    posting.carriageId = carriage.id;
    setSubstatus(posting, 'posting_in_carriage', now);
  }
  carriage.postingNumbers = postings.map(({ number }) => number);
  carriage.updatedAt = now;
}

/** Cancels a shipment that has not left; its postings are free again. */
export function cancelCarriage(world: World, carriage: Carriage, now: number): boolean {
  if (carriage.status !== 'new' && carriage.status !== 'formed') return false;
  putInto(world, carriage, [], now);
  carriage.status = 'cancelled';
  return true;
}

/** Ends what approve began. `at` in epoch ms. */
export function finishApprove(world: World, carriageId: number, at: number): void {
  const carriage = world.carriages.get(carriageId);
  if (carriage?.status !== 'formed') return;
  carriage.status = 'sended';
  carriage.updatedAt = at;
}

/** The postings of a shipment that were not cancelled since, and those that were. */
export function contentOf(
  world: World,
  carriage: Carriage,
): { readonly kept: readonly Posting[]; readonly gone: readonly string[] } {
  const kept = carriage.postingNumbers
    .map((number) => world.postings.get(number))
    .filter((posting) => posting !== undefined)
    .filter(({ carriageId }) => carriageId === carriage.id);
  const gone = carriage.postingNumbers.filter((number) => !kept.some((posting) => posting.number === number));
  return { kept, gone: [...new Set([...carriage.removedNumbers, ...gone])] };
}

function leave(posting: Posting, now: number): void {
  posting.carriageId = null;
  if (posting.status === 'awaiting_deliver') setSubstatus(posting, 'posting_not_in_carriage', now);
}
