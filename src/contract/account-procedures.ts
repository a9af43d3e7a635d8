import { z } from 'zod';
import { ShopId } from '#domain/ids.ts';
import { ShopConfig } from './bench-file.ts';
import { ShopView } from './bench-view.ts';
import { KeyTrouble } from './key-trouble.ts';
import type { ProcedureTable } from './procedure-table.ts';
import { ShopFeature } from './shop-feature.ts';

export const WarehouseView = z.object({
  ...{ id: z.string(), name: z.string(), isOwnDelivery: z.boolean() },
  ...{ isExpress: z.boolean(), isPaused: z.boolean() },
  /** How the seller delivers from it, where that is set up and not switched off. */
  ways: z.array(z.string()),
});
export type WarehouseView = z.infer<typeof WarehouseView>;

/** What an account is, as far as the key may read it. */
export const AccountView = z.object({
  /** "" where the shop did not say. */
  name: z.string(),
  /** Null where they could not be read. */
  warehouses: z.object({ rows: z.array(WarehouseView), isAll: z.boolean() }).nullable(),
});
export type AccountView = z.infer<typeof AccountView>;

/** What came of trying a key. Why there is no telling: `unreachable`, `busy` (the shop wants a pause), `unreadable`. */
export const ShopCheck = z.discriminatedUnion('isGood', [
  z.object({
    isGood: z.literal(true),
    /** Epoch ms; null when the shop does not say. */
    expiresAt: z.number().nullable(),
    /** What the key does not allow, with the shop's names of what is missing; null where it does not tell its rights. */
    missing: z.array(z.object({ feature: ShopFeature, methods: z.array(z.string()) })).nullable(),
    account: AccountView,
  }),
  z.object({
    isGood: z.literal(false),
    problem: z.enum([...KeyTrouble.options, 'unreachable', 'busy', 'unreadable']),
    detail: z.string(),
  }),
]);
export type ShopCheck = z.infer<typeof ShopCheck>;

/** The shop with its key, as a person types it. */
export const TypedShop = ShopConfig.required({ apiKey: true });

const done = z.object({ done: z.literal(true) });

/** The seller account: its key, its rights, what it is. */
export const accountProcedures = {
  /** Tries a key and keeps nothing of it. */
  'shop.check': { role: 'lead', input: z.object({ shop: TypedShop }), output: ShopCheck },
  /** Connects a seller account beside those that are connected, or with another key, after asking whether the key is good. */
  'shop.connect': { role: 'lead', input: z.object({ shop: TypedShop }), output: ShopView },
  /** Calls a shop otherwise at this bench; "" calls it by its Client-Id. */
  'shop.rename': {
    role: 'lead',
    input: z.object({ shop: ShopId, name: z.string().trim().max(40) }),
    output: done,
  },
  /** Forgets a shop, while nothing is owed to it and none of its postings is in anybody's hands. */
  'shop.remove': { role: 'lead', input: z.object({ shop: ShopId }), output: done },
  /** What the connected account is. */
  'shop.profile': { role: 'packer', input: z.object({}), output: AccountView },
} as const satisfies ProcedureTable;
