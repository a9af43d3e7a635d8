import type { ShopId } from '#domain/ids.ts';
import { integer, primaryKey, sqliteTable, text } from './drizzle.ts';

export const returnedGoods = sqliteTable(
  'returned_goods',
  {
    shop: text('shop').$type<ShopId>().notNull(),
    id: text('id').notNull(),
    data: text('data').notNull(),
    readAt: integer('read_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shop, table.id] })],
);

export const returnFindings = ['received', 'damaged', 'missing'] as const;
export type ReturnFinding = (typeof returnFindings)[number];

export const returnCheck = sqliteTable('return_check', {
  id: text('id').primaryKey(),
  shop: text('shop').$type<ShopId>().notNull(),
  returnId: text('return_id').notNull(),
  posting: text('posting').notNull(),
  barcode: text('barcode').notNull(),
  goods: text('goods').notNull(),
  quantity: integer('quantity').notNull(),
  found: text('found', { enum: returnFindings }).notNull(),
  note: text('note').notNull(),
  actor: text('actor').notNull(),
  at: integer('at').notNull(),
});
