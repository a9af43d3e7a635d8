import type { ShopId } from '#domain/ids.ts';
import { integer, primaryKey, sqliteTable, text } from './drizzle.ts';

/** The tables of products made from a sheet, as typed for queries. */

export const shopVocabulary = sqliteTable(
  'shop_vocabulary',
  {
    shop: text('shop').$type<ShopId>().notNull(),
    what: text('what').notNull(),
    language: text('language').notNull(),
    value: text('value').notNull(),
    readAt: integer('read_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shop, table.what, table.language] })],
);

export const importStates = ['checked', 'running', 'done'] as const;

export const productImport = sqliteTable('product_import', {
  id: text('id').primaryKey(),
  shop: text('shop').$type<ShopId>().notNull(),
  categoryId: text('category_id').notNull(),
  typeId: text('type_id').notNull(),
  typeName: text('type_name').notNull(),
  fileName: text('file_name').notNull(),
  columns: text('columns').notNull(),
  ignored: text('ignored').notNull(),
  actor: text('actor').notNull(),
  createdAt: integer('created_at').notNull(),
  state: text('state', { enum: importStates }).notNull(),
  startedAt: integer('started_at'),
  endedAt: integer('ended_at'),
  waitUntil: integer('wait_until'),
  waitsFor: text('waits_for'),
});

/** `asked`: on its way. `lost`: nobody knows whether it came. `taken`: the shop works on it. */
export const importBatchStates = ['asked', 'lost', 'taken', 'over'] as const;

export const productImportBatch = sqliteTable('product_import_batch', {
  id: text('id').primaryKey(),
  import: text('import').notNull(),
  askedAt: integer('asked_at').notNull(),
  task: text('task'),
  state: text('state', { enum: importBatchStates }).notNull(),
  looks: integer('looks').notNull().default(0),
  nextAt: integer('next_at').notNull(),
});

/** `faulty`: held back by us. `refused`: by the shop's import. `left`: not sent, on a person's word. */
export const importRowStates = [
  'faulty',
  'ready',
  'sending',
  'taken',
  'refused',
  'moderating',
  'approved',
  'declined',
  'unknown',
  'left',
] as const;
export type ImportRowState = (typeof importRowStates)[number];

export const productImportRow = sqliteTable(
  'product_import_row',
  {
    import: text('import').notNull(),
    row: integer('row').notNull(),
    article: text('article').notNull(),
    name: text('name').notNull(),
    cells: text('cells').notNull(),
    card: text('card'),
    findings: text('findings').notNull(),
    state: text('state', { enum: importRowStates }).notNull(),
    batch: text('batch'),
    productId: text('product_id'),
    complaints: text('complaints').notNull().default('[]'),
  },
  (table) => [primaryKey({ columns: [table.import, table.row] })],
);
