import { z } from 'zod';
import { type CancellationRequest, cancellationRequestSchema } from '../after-sale/cancellation-request.ts';
import { type Collecting, collectingSchema } from '../after-sale/giveout.ts';
import { type ReturnRequest, returnRequestSchema } from '../after-sale/return-request.ts';
import { type ReturnedItem, returnSchema } from '../after-sale/returned-item.ts';
import {
  type CargoPlace,
  type CargoTask,
  cargoPlaceSchema,
  cargoTaskSchema,
} from '../carriage/cargo-place.ts';
import { type Carriage, carriageSchema } from '../carriage/carriage.ts';
import { type GatePass, gatePassSchema } from '../carriage/gate-pass.ts';
import { type Pickup, pickupSchema } from '../carriage/pickup.ts';
import { type CardState, cardStateSchema } from '../catalogue/card-state.ts';
import type { Product } from '../catalogue/product.ts';
import { type Chat, chatSchema } from '../chat/chat.ts';
import { type Accrual, accrualSchema } from '../finance/accrual.ts';
import { type ImportState, importStateSchema, newImportState } from '../import/import-task.ts';
import { type LabelTask, labelTaskSchema } from '../labels/label-task.ts';
import { type NotifiedAddress, notifiedAddressSchema } from '../notification/notified-address.ts';
import { type Posting, postingSchema } from '../postings/posting.ts';

/** How long the stand-in takes over what Ozon does later, in ms. */
export const timingsSchema = z.object({
  /** From a ship request to awaiting_deliver. */
  shipMs: z.number().min(0),
  /** From exemplar/set to its outcome. */
  exemplarCheckMs: z.number().min(0),
  /** How long the carrier registers what was shipped (awaiting_registration) before it is awaiting_deliver. */
  registrationMs: z.number().min(0).default(0),
  /** From awaiting_deliver to the first label ("The next postings aren't ready" until then). */
  labelReadyMs: z.number().min(0),
  /** From package-label/create to the file. */
  labelTaskMs: z.number().min(0),
  /** From carriage approve to its documents. */
  carriageMs: z.number().min(0),
  /** From product/import to what came of it. */
  importMs: z.number().min(0).default(400),
  /** From a card's import to the end of its moderation. */
  moderationMs: z.number().min(0).default(800),
  /** From a change to a cargo place to its being done. */
  cargoMs: z.number().min(0).default(200),
});
export type Timings = z.infer<typeof timingsSchema>;

/** Short enough for a demo, long enough that a client must wait. */
export const DEFAULT_TIMINGS: Timings = {
  shipMs: 300,
  registrationMs: 0,
  exemplarCheckMs: 300,
  labelReadyMs: 500,
  labelTaskMs: 200,
  carriageMs: 400,
  importMs: 400,
  moderationMs: 800,
  cargoMs: 200,
};

/** What the acceptance point takes of one parcel, in g and cm; 0 for no bound. */
export const acceptanceSchema = z.object({
  minWeightG: z.number().min(0),
  maxWeightG: z.number().min(0),
  widthCm: z.number().min(0),
  lengthCm: z.number().min(0),
  heightCm: z.number().min(0),
});
export type Acceptance = z.infer<typeof acceptanceSchema>;

export const DEFAULT_ACCEPTANCE: Acceptance = {
  minWeightG: 0,
  maxWeightG: 25_000,
  widthCm: 80,
  lengthCm: 120,
  heightCm: 80,
};

/** The state of the API key. */
export const apiKeyStateSchema = z.object({
  expiresAt: z.number(),
  deactivated: z.boolean(),
  roles: z.array(z.object({ name: z.string(), methods: z.array(z.string()) })),
});
export type ApiKeyState = z.infer<typeof apiKeyStateSchema>;

/** What a seller pays Ozon for. */
export const subscriptions = [
  'UNSPECIFIED',
  'PREMIUM',
  'PREMIUM_LITE',
  'PREMIUM_PLUS',
  'PREMIUM_PRO',
] as const;
export type Subscription = (typeof subscriptions)[number];

/** A change that happens by itself once its time has come. */
export const dueChangeSchema = z.object({
  at: z.number(),
  change: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('shipped'),
      posting: z.string(),
      packages: z.array(
        z.object({
          number: z.string(),
          items: z.array(z.object({ sku: z.int(), quantity: z.int() })),
          exemplarIds: z.array(z.int()),
        }),
      ),
    }),
    z.object({ kind: z.literal('registered'), posting: z.string() }),
    z.object({ kind: z.literal('exemplarsChecked'), posting: z.string() }),
    z.object({ kind: z.literal('carriageSent'), carriage: z.int() }),
    z.object({ kind: z.literal('imported'), task: z.int() }),
    z.object({ kind: z.literal('moderated'), offer: z.string() }),
    z.object({ kind: z.literal('cargoDone'), task: z.int() }),
  ]),
});
export type DueChange = z.infer<typeof dueChangeSchema>;

/** A mark that is refused on a test's word: already when it is validated, or only when it is set. */
const refusedMarkSchema = z.object({ error: z.string(), from: z.enum(['validate', 'set']) });
export type RefusedMark = z.infer<typeof refusedMarkSchema>;

/** What is saved in the state file. The catalogue is not: it follows from the seed. */
export const worldSchema = z.object({
  format: z.literal(1),
  seed: z.int(),
  timings: timingsSchema,
  acceptance: acceptanceSchema.default(DEFAULT_ACCEPTANCE),
  key: apiKeyStateSchema,
  postings: z.array(postingSchema),
  labelTasks: z.array(labelTaskSchema),
  carriages: z.array(carriageSchema),
  due: z.array(dueChangeSchema),
  usedMarks: z.array(z.tuple([z.string(), z.string()])),
  refusedMarks: z.array(z.tuple([z.string(), refusedMarkSchema])).default([]),
  cancellationRequests: z.array(cancellationRequestSchema).default([]),
  returns: z.array(returnSchema).default([]),
  imports: importStateSchema.default(newImportState),
  chats: z.array(chatSchema).default([]),
  accruals: z.array(accrualSchema).default([]),
  notifiedAddresses: z.array(notifiedAddressSchema).default([]),
  subscription: z.enum(subscriptions).default('PREMIUM_PLUS'),
  returnRequests: z.array(returnRequestSchema).default([]),
  cards: z.array(cardStateSchema).default([]),
  collecting: collectingSchema.default({ enabled: true, codeNumber: 1, giveouts: [] }),
  passes: z.array(gatePassSchema).default([]),
  pickups: z.array(pickupSchema).default([]),
  trustedAcceptance: z.boolean().default(false),
  cargoPlaces: z.array(cargoPlaceSchema).default([]),
  cargoTasks: z.array(cargoTaskSchema).default([]),
  counters: z.object({
    order: z.int(),
    exemplar: z.int(),
    labelTask: z.int(),
    carriage: z.int(),
    mark: z.int(),
    barcode: z.int(),
    pass: z.int().default(0),
    cargoPlace: z.int().default(0),
    cargoTask: z.int().default(0),
  }),
});
export type SavedWorld = z.infer<typeof worldSchema>;

/** Everything the marketplace knows. Changed in place by the methods; times in epoch ms. */
export interface World {
  readonly seed: number;
  readonly timings: Timings;
  readonly acceptance: Acceptance;
  readonly key: ApiKeyState;
  /** Those of the seed, and what imports made. */
  readonly products: Map<number, Product>;
  readonly postings: Map<string, Posting>;
  readonly labelTasks: Map<number, LabelTask>;
  readonly carriages: Map<number, Carriage>;
  /** Sorted by time. */
  readonly due: DueChange[];
  /** Marking code without its separators and tail (GTIN and serial) -> posting that used it. */
  readonly usedMarks: Map<string, string>;
  /** GTIN and serial of marks that are refused whatever they are. */
  readonly refusedMarks: Map<string, RefusedMark>;
  readonly cancellationRequests: Map<number, CancellationRequest>;
  readonly returns: Map<number, ReturnedItem>;
  readonly imports: ImportState;
  readonly chats: Map<string, Chat>;
  readonly accruals: Map<number, Accrual>;
  readonly notifiedAddresses: Map<number, NotifiedAddress>;
  subscription: Subscription;
  readonly returnRequests: Map<number, ReturnRequest>;
  /** What was changed of cards, by SKU. */
  readonly cards: Map<number, CardState>;
  readonly collecting: Collecting;
  readonly passes: Map<number, GatePass>;
  /** In the order in which they happened. */
  readonly pickups: Pickup[];
  /** Parcels go in boxes and on pallets that are accepted as a whole. */
  trustedAcceptance: boolean;
  readonly cargoPlaces: Map<number, CargoPlace>;
  readonly cargoTasks: Map<number, CargoTask>;
  readonly counters: SavedWorld['counters'];
}

/** Plans a change for later, after those already planned for the same moment. */
export function plan(world: World, due: DueChange): void {
  const index = world.due.findIndex((other) => other.at > due.at);
  world.due.splice(index === -1 ? world.due.length : index, 0, due);
}

/** The product of a SKU; throws where a posting names one that is not in the catalogue, which is a bug here. */
export function productOf(world: World, sku: number): Product {
  const product = world.products.get(sku);
  if (product === undefined) throw new Error(`no product with SKU ${sku}`);
  return product;
}
