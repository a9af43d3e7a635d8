import type { ShopId } from '#domain/ids.ts';
import { acceptanceStates } from '#domain/posting/acceptance.ts';
import { integer, primaryKey, sqliteTable, text } from './drizzle.ts';

/** The tables of what becomes of handovers, as typed for queries. */

export const handoverWatch = sqliteTable('handover_watch', {
  handover: text('handover').primaryKey(),
  since: integer('since').notNull(),
  checkedAt: integer('checked_at'),
  settledAt: integer('settled_at'),
  shop: text('shop').$type<ShopId>().notNull(),
});

export const acceptance = sqliteTable(
  'acceptance',
  {
    handover: text('handover').notNull(),
    posting: text('posting').notNull(),
    state: text('state', { enum: acceptanceStates }).notNull(),
    shopStatus: text('shop_status').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.handover, table.posting] })],
);

/** What a person has the shop do about handing over. */
export const handoverActionKinds = [
  'approve',
  'dispute',
  'back-to-shipping',
  'pass-create',
  'pass-update',
  'pass-delete',
  'courier-call',
  'courier-call-off',
  'cargo-create',
  'cargo-fill',
  'cargo-take-out',
  'cargo-stack',
  'cargo-approve',
  'cargo-cancel',
] as const;
export const handoverActionOutcomes = ['asked', 'done', 'refused', 'unknown'] as const;

export const handoverAction = sqliteTable('handover_action', {
  id: text('id').primaryKey(),
  subject: text('subject').notNull(),
  kind: text('kind', { enum: handoverActionKinds }).notNull(),
  detail: text('detail').notNull(),
  actor: text('actor').notNull(),
  askedAt: integer('asked_at').notNull(),
  outcome: text('outcome', { enum: handoverActionOutcomes }).notNull().default('asked'),
  words: text('words'),
});
