import { v7 } from 'uuid';
import { z } from 'zod';
import { ReturnView } from '#contract/after-sale-procedures.ts';
import type { ShopId } from '#domain/ids.ts';
import type { BenchDatabase, ReadableDatabase } from './bench-database.ts';
import type { Period } from './manifest-rows.ts';
import { prepareOnce } from './prepare-once.ts';
import type { ReturnFinding, returnCheck } from './schema.ts';
import { requireTransaction } from './transaction.ts';

/** What a person found of goods that came back; times are epoch ms. */
export type ReturnCheckRow = Readonly<typeof returnCheck.$inferSelect>;

const columns = 'id, shop, return_id AS returnId, posting, barcode, goods, quantity, found, note, actor, at';

const statements = prepareOnce((db: ReadableDatabase) => ({
  goods: db.sqlite
    .prepare<[string, string], string>('SELECT data FROM returned_goods WHERE shop = ? AND id = ?')
    .pluck(),
  all: db.sqlite.prepare<[string, number], { data: string; readAt: number }>(
    'SELECT data, read_at AS readAt FROM returned_goods WHERE shop = ? AND read_at >= ? ORDER BY id',
  ),
  within: db.sqlite.prepare<[number, number], ReturnCheckRow>(
    `SELECT ${columns} FROM return_check WHERE at >= ? AND at < ? ORDER BY at, id`,
  ),
}));

const writes = prepareOnce((db: BenchDatabase) => ({
  keep: db.sqlite.prepare(
    `INSERT INTO returned_goods (shop, id, data, read_at) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET data = excluded.data, read_at = excluded.read_at`,
  ),
  forget: db.sqlite.prepare('DELETE FROM returned_goods WHERE shop = ? AND read_at < ?'),
  check: db.sqlite.prepare(
    `INSERT INTO return_check (id, shop, return_id, posting, barcode, goods, quantity, found, note, actor, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
}));

/** Keeps returns as the shop listed them at a moment, and forgets what it last listed before `since`; epoch ms. */
export function keepReturnedGoods(
  db: BenchDatabase,
  shop: ShopId,
  rows: readonly ReturnView[],
  { at, since }: { readonly at: number; readonly since: number },
): void {
  requireTransaction(db, 'keeping returns');
  for (const row of rows) writes(db).keep.run(shop, row.id, JSON.stringify(row), at);
  writes(db).forget.run(shop, since);
}

/** The returns that were listed since a moment (epoch ms), and when the latest of them was read; null without any. */
export function keptReturns(
  db: ReadableDatabase,
  shop: ShopId,
  since: number,
): { readonly rows: readonly ReturnView[]; readonly readAt: number | null } {
  const kept = statements(db).all.all(shop, since);
  const rows = kept.flatMap(({ data }) => parsed(data) ?? []);
  const readAt = kept.reduce<number | null>((latest, row) => Math.max(latest ?? 0, row.readAt), null);
  return { rows, readAt };
}

/** One return as it was listed last; null where none of that id was. */
export function keptReturn(db: ReadableDatabase, shop: ShopId, id: string): ReturnView | null {
  const data = statements(db).goods.get(shop, id);
  return data === undefined ? null : parsed(data);
}

/** Notes what a person found of a return. Nothing is ever changed: another finding is another row. */
export function noteReturnCheck(
  db: BenchDatabase,
  shop: ShopId,
  goods: ReturnView,
  finding: {
    readonly found: ReturnFinding;
    readonly note: string;
    readonly actor: string;
    readonly at: number;
  },
): void {
  const { id, posting, barcode, name, offer, quantity } = goods;
  const text = offer === '' ? name : `${name} (${offer})`;
  const { found, note, actor, at } = finding;
  writes(db).check.run(v7(), shop, id, posting, barcode, text, quantity, found, note, actor, at);
}

/** What was found within a period, in order. */
export function returnChecks(db: ReadableDatabase, { from, to }: Period): readonly ReturnCheckRow[] {
  return statements(db).within.all(from, to);
}

/** A row of another version is left out: the next reading writes it anew. */
function parsed(data: string): ReturnView | null {
  const row = z.preprocess((text) => JSON.parse(String(text)), ReturnView).safeParse(data);
  return row.success ? row.data : null;
}
