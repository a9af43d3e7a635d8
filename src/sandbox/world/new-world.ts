import { makeCatalogue } from '../catalogue/make-catalogue.ts';
import { newImportState } from '../import/import-task.ts';
import { productOfCard } from '../import/run-import.ts';
import { seedPostings } from '../postings/seed-postings.ts';
import { numberRange, RANGE_SIZE } from './number-range.ts';
import { DEFAULT_ACCEPTANCE, DEFAULT_TIMINGS, type SavedWorld, type World } from './world.ts';

/** Ozon lets a key live three months. */
const KEY_LIFE_MS = 90 * 86_400_000;

/** A shop of `seed` on its first morning: 200 products, 60 postings. `now` in epoch ms. */
export function newWorld(seed: number, now: number): World {
  const world: World = {
    seed,
    timings: { ...DEFAULT_TIMINGS },
    acceptance: { ...DEFAULT_ACCEPTANCE },
    key: {
      expiresAt: now + KEY_LIFE_MS,
      deactivated: false,
      roles: [{ name: 'Admin', methods: ['/v1', '/v2', '/v3', '/v4', '/v5', '/v6'] }],
    },
    products: new Map(makeCatalogue(seed)),
    postings: new Map(),
    labelTasks: new Map(),
    carriages: new Map(),
    due: [],
    usedMarks: new Map(),
    refusedMarks: new Map(),
    cancellationRequests: new Map(),
    returns: new Map(),
    imports: newImportState(),
    chats: new Map(),
    accruals: new Map(),
    notifiedAddresses: new Map(),
    subscription: 'PREMIUM_PLUS',
    returnRequests: new Map(),
    cards: new Map(),
    collecting: { enabled: true, codeNumber: 1, giveouts: [] },
    passes: new Map(),
    pickups: [],
    trustedAcceptance: false,
    cargoPlaces: new Map(),
    cargoTasks: new Map(),
    counters: firstNumbers(seed),
  };
  seedPostings(world, now);
  return world;
}

/** What is counted from where: see {@link numberRange}. */
function firstNumbers(seed: number): World['counters'] {
  const range = numberRange(seed) * RANGE_SIZE;
  return {
    ...{ order: range, exemplar: range, labelTask: range, carriage: range, mark: range },
    ...{ barcode: 64_523_528 + range, pass: range, cargoPlace: range, cargoTask: range },
  };
}

/** What the state file holds of a world. */
export function savedWorld(world: World): SavedWorld {
  return {
    format: 1,
    seed: world.seed,
    timings: world.timings,
    acceptance: world.acceptance,
    key: world.key,
    postings: [...world.postings.values()],
    labelTasks: [...world.labelTasks.values()],
    carriages: [...world.carriages.values()],
    due: world.due,
    usedMarks: [...world.usedMarks],
    refusedMarks: [...world.refusedMarks],
    cancellationRequests: [...world.cancellationRequests.values()],
    returns: [...world.returns.values()],
    imports: world.imports,
    chats: [...world.chats.values()],
    accruals: [...world.accruals.values()],
    notifiedAddresses: [...world.notifiedAddresses.values()],
    subscription: world.subscription,
    returnRequests: [...world.returnRequests.values()],
    cards: [...world.cards.values()],
    collecting: world.collecting,
    passes: [...world.passes.values()],
    pickups: [...world.pickups],
    trustedAcceptance: world.trustedAcceptance,
    cargoPlaces: [...world.cargoPlaces.values()],
    cargoTasks: [...world.cargoTasks.values()],
    counters: world.counters,
  };
}

/** A world from what was saved of it. */
export function loadedWorld(saved: SavedWorld): World {
  return {
    seed: saved.seed,
    timings: saved.timings,
    acceptance: { ...saved.acceptance },
    key: saved.key,
    products: new Map([
      ...makeCatalogue(saved.seed),
      ...saved.imports.cards.map((card) => [card.sku, productOfCard(card)] as const),
    ]),
    postings: new Map(saved.postings.map((posting) => [posting.number, posting])),
    labelTasks: new Map(saved.labelTasks.map((task) => [task.id, task])),
    carriages: new Map(saved.carriages.map((carriage) => [carriage.id, carriage])),
    due: saved.due,
    usedMarks: new Map(saved.usedMarks),
    refusedMarks: new Map(saved.refusedMarks),
    cancellationRequests: new Map(saved.cancellationRequests.map((one) => [one.id, one])),
    returns: new Map(saved.returns.map((one) => [one.id, one])),
    imports: saved.imports,
    chats: new Map(saved.chats.map((one) => [one.id, one])),
    accruals: new Map(saved.accruals.map((one) => [one.id, one])),
    notifiedAddresses: new Map(saved.notifiedAddresses.map((one) => [one.id, one])),
    subscription: saved.subscription,
    returnRequests: new Map(saved.returnRequests.map((one) => [one.id, one])),
    cards: new Map(saved.cards.map((card) => [card.sku, card])),
    collecting: saved.collecting,
    passes: new Map(saved.passes.map((one) => [one.id, one])),
    pickups: [...saved.pickups],
    trustedAcceptance: saved.trustedAcceptance,
    cargoPlaces: new Map(saved.cargoPlaces.map((one) => [one.id, one])),
    cargoTasks: new Map(saved.cargoTasks.map((one) => [one.id, one])),
    counters: saved.counters,
  };
}
