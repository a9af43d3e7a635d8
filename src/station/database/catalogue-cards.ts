import { problemsOf } from '#domain/catalogue/card-problems.ts';
import { type CardId, ListedCard } from '#domain/catalogue/listed-card.ts';
import type { ShopId } from '#domain/ids.ts';
import { toGtin14 } from '#domain/scanning/gtin.ts';
import type { BenchDatabase, ReadableDatabase } from './bench-database.ts';
import { prepareOnce } from './prepare-once.ts';
import { requireTransaction } from './transaction.ts';

/** A card as it was read last, epoch ms. */
export type ReadCard = { readonly card: ListedCard; readonly readAt: number };

/** Which cards are wanted, and which page of them. */
export type CardQuery = {
  /** Part of a name, article, SKU or barcode; "" for all. */
  readonly wanted: string;
  readonly isArchived: boolean;
  /** One of `cardProblems`, "any" or "" for all. */
  readonly problem: string;
  /** The shop's word; "" for all. */
  readonly status: string;
  readonly limit: number;
  readonly offset: number;
};

type CardRow = { readonly card: string; readonly readAt: number };

const statements = prepareOnce((db: ReadableDatabase) => ({
  byId: db.sqlite.prepare<[string, string], CardRow>(
    'SELECT card, read_at AS readAt FROM catalogue_card WHERE shop = ? AND id = ?',
  ),
  byBarcode: db.sqlite.prepare<[string, string], CardRow>(
    `SELECT card.card, read_at AS readAt FROM catalogue_barcode AS code
     JOIN catalogue_card AS card ON card.shop = code.shop AND card.id = code.card
     WHERE code.shop = ? AND code.barcode = ? ORDER BY is_archived, name, id LIMIT 50`,
  ),
  offers: db.sqlite.prepare<[string], { readonly id: CardId; readonly offer: string }>(
    "SELECT id, json_extract(card, '$.offer') AS offer FROM catalogue_card WHERE shop = ?",
  ),
  statuses: db.sqlite
    .prepare<[string], string>(
      "SELECT DISTINCT status FROM catalogue_card WHERE shop = ? AND status <> '' ORDER BY status LIMIT 50",
    )
    .pluck(),
}));

const writes = prepareOnce((db: BenchDatabase) => ({
  upsert: db.sqlite.prepare(
    `INSERT INTO catalogue_card (shop, id, sku, name, is_archived, status, problems, words, card, reading, read_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (shop, id) DO UPDATE SET sku = excluded.sku, name = excluded.name, is_archived = excluded.is_archived,
       status = excluded.status, problems = excluded.problems, words = excluded.words, card = excluded.card,
       reading = max(reading, excluded.reading), read_at = excluded.read_at`,
  ),
  deleteBarcodes: db.sqlite.prepare('DELETE FROM catalogue_barcode WHERE shop = ? AND card = ?'),
  insertBarcode: db.sqlite.prepare(
    'INSERT INTO catalogue_barcode (shop, barcode, card) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ),
  dropBarcodes: db.sqlite.prepare(
    `DELETE FROM catalogue_barcode WHERE shop = ? AND card IN
       (SELECT id FROM catalogue_card WHERE shop = ? AND reading < ?)`,
  ),
  drop: db.sqlite.prepare('DELETE FROM catalogue_card WHERE shop = ? AND reading < ?'),
}));

/** Takes over cards as the shop says them; part of the caller's transaction. `reading` is the one that found them. */
export function keepCards(
  db: BenchDatabase,
  shop: ShopId,
  cards: readonly ListedCard[],
  { reading, at }: { readonly reading: number; readonly at: number },
): void {
  requireTransaction(db, 'taking over cards');
  const { upsert, deleteBarcodes, insertBarcode } = writes(db);
  for (const card of cards) {
    const { id, sku, name, offer, barcodes, isArchived, status } = card;
    const words = [name, offer, sku ?? '', ...barcodes].join('\n').toLocaleLowerCase('ru');
    const problems = JSON.stringify(problemsOf(card));
    const archived = isArchived ? 1 : 0;
    upsert.run(shop, id, sku, name, archived, status, problems, words, JSON.stringify(card), reading, at);
    deleteBarcodes.run(shop, id);
    for (const barcode of barcodes) insertBarcode.run(shop, toGtin14(barcode) ?? barcode, id);
  }
}

/** Forgets what a whole reading did not find any more; part of the caller's transaction. */
export function dropCardsBefore(db: BenchDatabase, shop: ShopId, reading: number): void {
  requireTransaction(db, 'dropping cards');
  writes(db).dropBarcodes.run(shop, shop, reading);
  writes(db).drop.run(shop, reading);
}

/** One card; null where it was never read. */
export function findCard(db: ReadableDatabase, shop: ShopId, id: CardId): ReadCard | null {
  const row = statements(db).byId.get(shop, id);
  return row === undefined ? null : readCardOf(row);
}

/** The cards that carry a code, as it was scanned; at most 50. */
export function cardsByBarcode(db: ReadableDatabase, shop: ShopId, code: string): readonly ReadCard[] {
  return statements(db)
    .byBarcode.all(shop, toGtin14(code) ?? code)
    .map(readCardOf);
}

/** Every card of a shop by the seller's own article. */
export function cardsByOffer(db: ReadableDatabase, shop: ShopId): ReadonlyMap<string, CardId> {
  const found = new Map<string, CardId>();
  for (const { id, offer } of statements(db).offers.iterate(shop)) found.set(offer, id);
  return found;
}

/** The statuses that cards are in, in the shop's words. */
export function cardStatuses(db: ReadableDatabase, shop: ShopId): readonly string[] {
  return statements(db).statuses.all(shop);
}

/** One page of cards by name, and how many there are in all. */
export function listCards(
  db: ReadableDatabase,
  shop: ShopId,
  query: CardQuery,
): { readonly rows: readonly ReadCard[]; readonly total: number } {
  const { wanted, isArchived, problem, status, limit, offset } = query;
  const where = [
    'shop = :shop AND is_archived = :archived',
    ...(wanted === '' ? [] : ['instr(words, :wanted) > 0']),
    ...(status === '' ? [] : ['status = :status']),
    ...(problem === '' ? [] : [problem === 'any' ? "problems <> '[]'" : 'instr(problems, :problem) > 0']),
  ].join(' AND ');
  const bound = {
    ...{ shop, archived: isArchived ? 1 : 0, wanted: wanted.toLocaleLowerCase('ru'), status },
    ...{ problem: `"${problem}"`, limit, offset },
  };
  const rows = db.sqlite
    .prepare<[typeof bound], CardRow>(
      `SELECT card, read_at AS readAt FROM catalogue_card WHERE ${where} ORDER BY name, id LIMIT :limit OFFSET :offset`,
    )
    .all(bound);
  const total = db.sqlite
    .prepare<[typeof bound], number>(`SELECT count(*) FROM catalogue_card WHERE ${where}`)
    .pluck()
    .get(bound);
  return { rows: rows.map(readCardOf), total: total ?? 0 };
}

function readCardOf({ card, readAt }: CardRow): ReadCard {
  return { card: ListedCard.parse(JSON.parse(card)), readAt };
}
