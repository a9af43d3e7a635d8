import type { CardId } from '#domain/catalogue/listed-card.ts';
import type { ShopId } from '#domain/ids.ts';
import type { BenchDatabase, ReadableDatabase } from './bench-database.ts';
import { prepareOnce } from './prepare-once.ts';
import type { productChange } from './schema.ts';

/** A change of a product that the shop was or is to be asked for; `wanted` and `seen` are JSON, times epoch ms. */
export type ProductChange = Readonly<typeof productChange.$inferSelect>;

const columns = `seq, shop, card, offer, kind, warehouse, wanted, seen, actor, asked_at AS askedAt, outcome, words,
  attempts, next_at AS nextAt, sent_at AS sentAt, ended_at AS endedAt`;

const statements = prepareOnce((db: ReadableDatabase) => ({
  ofCard: db.sqlite.prepare<[string, string, number], ProductChange>(
    `SELECT ${columns} FROM product_change WHERE shop = ? AND card = ? ORDER BY seq DESC LIMIT ?`,
  ),
  open: db.sqlite.prepare<[string], ProductChange>(
    `SELECT ${columns} FROM product_change
     WHERE shop = ? AND outcome IN ('waiting', 'sending') AND kind = 'stock' ORDER BY seq LIMIT 5000`,
  ),
  lastSentAt: db.sqlite
    .prepare<[string, string, string], number | null>(
      `SELECT max(sent_at) FROM product_change WHERE shop = ? AND card = ? AND warehouse = ? AND kind = 'stock'`,
    )
    .pluck(),
  sentSince: db.sqlite
    .prepare<[string, string, string, number], number>(
      `SELECT count(*) FROM product_change WHERE shop = ? AND card = ? AND kind = ? AND sent_at > ?`,
    )
    .pluck(),
  newer: db.sqlite
    .prepare<[string, string, string, number], number>(
      `SELECT count(*) FROM product_change WHERE shop = ? AND card = ? AND warehouse = ? AND kind = 'stock' AND seq > ?`,
    )
    .pluck(),
}));

const writes = prepareOnce((db: BenchDatabase) => ({
  add: db.sqlite.prepare(
    `INSERT INTO product_change (shop, card, offer, kind, warehouse, wanted, seen, actor, asked_at, outcome, next_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?)`,
  ),
  replace: db.sqlite.prepare(
    `UPDATE product_change SET outcome = 'replaced', ended_at = ?
     WHERE shop = ? AND card = ? AND warehouse = ? AND kind = 'stock' AND outcome = 'waiting'`,
  ),
  send: db.sqlite.prepare(
    "UPDATE product_change SET outcome = 'sending', attempts = attempts + 1, sent_at = ? WHERE seq = ?",
  ),
  wait: db.sqlite.prepare(
    "UPDATE product_change SET outcome = 'waiting', next_at = ?, words = ? WHERE seq = ?",
  ),
  end: db.sqlite.prepare('UPDATE product_change SET outcome = ?, words = ?, ended_at = ? WHERE seq = ?'),
}));

/** Notes what is wanted before the shop is asked; answers its number. A stock takes the place of one that still waits. */
export function noteProductChange(
  db: BenchDatabase,
  change: Pick<ProductChange, 'shop' | 'card' | 'offer' | 'kind' | 'warehouse' | 'actor' | 'askedAt'> & {
    readonly wanted: unknown;
    readonly seen: unknown;
  },
): number {
  const { shop, card, offer, kind, warehouse, actor, askedAt } = change;
  if (kind === 'stock') writes(db).replace.run(askedAt, shop, card, warehouse);
  const seen = change.seen === null ? null : JSON.stringify(change.seen);
  const wanted = JSON.stringify(change.wanted);
  const { lastInsertRowid } = writes(db).add.run(
    ...[shop, card, offer, kind, warehouse, wanted, seen, actor, askedAt, askedAt],
  );
  return Number(lastInsertRowid);
}

/** Notes that it leaves now. */
export function markProductChangeSent(db: BenchDatabase, seq: number, at: number): void {
  writes(db).send.run(at, seq);
}

/** It is tried again, not before `nextAt`; `words` say why. */
export function putOffProductChange(db: BenchDatabase, seq: number, nextAt: number, words: string): void {
  writes(db).wait.run(nextAt, words, seq);
}

/** Notes what came of it. */
export function endProductChange(
  db: BenchDatabase,
  seq: number,
  end: {
    readonly outcome: 'done' | 'refused' | 'unknown' | 'replaced';
    readonly words: string | null;
    readonly at: number;
  },
): void {
  writes(db).end.run(end.outcome, end.words, end.at, seq);
}

/** What was changed of a product, the newest first. */
export function productChangesOf(
  db: ReadableDatabase,
  shop: ShopId,
  card: CardId,
  limit: number,
): readonly ProductChange[] {
  return statements(db).ofCard.all(shop, card, limit);
}

/** Stocks that are not through, the oldest first; at most 5,000. */
export function openStockChanges(db: ReadableDatabase, shop: ShopId): readonly ProductChange[] {
  return statements(db).open.all(shop);
}

/** When a stock of this product and warehouse last left, epoch ms; null where none did. */
export function stockLastSentAt(
  db: ReadableDatabase,
  { shop, card, warehouse }: Pick<ProductChange, 'shop' | 'card' | 'warehouse'>,
): number | null {
  return statements(db).lastSentAt.get(shop, card, warehouse) ?? null;
}

/** How often a kind of change of a product has left since a moment (epoch ms). */
export function changesSentSince(
  db: ReadableDatabase,
  shop: ShopId,
  card: CardId,
  since: { readonly kind: ProductChange['kind']; readonly at: number },
): number {
  return statements(db).sentSince.get(shop, card, since.kind, since.at) ?? 0;
}

/** True where somebody has wanted another stock of the same product and warehouse since. */
export function isOutdated(db: ReadableDatabase, change: ProductChange): boolean {
  const { shop, card, warehouse, seq } = change;
  return (statements(db).newer.get(shop, card, warehouse, seq) ?? 0) > 0;
}
