import type { Sku } from '#domain/ids.ts';
import { integer, primaryKey, sqliteTable, text } from './drizzle.ts';

/** The tables of what was declared of goods, as typed for queries. */

export const declaredKinds = ['country', 'customs-declaration', 'batch-number'] as const;

export const declaration = sqliteTable(
  'declaration',
  {
    posting: text('posting').notNull(),
    sku: text('sku').$type<Sku>().notNull(),
    kind: text('kind', { enum: declaredKinds }).notNull(),
    state: text('state', { enum: ['needed', 'given'] }).notNull(),
    value: text('value'),
    actor: text('actor').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.posting, table.sku, table.kind] })],
);

export const productDeclaration = sqliteTable(
  'product_declaration',
  {
    sku: text('sku').$type<Sku>().notNull(),
    kind: text('kind', { enum: declaredKinds }).notNull(),
    value: text('value'),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sku, table.kind] })],
);
