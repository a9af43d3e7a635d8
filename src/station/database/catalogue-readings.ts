import type { ShopId } from '#domain/ids.ts';
import type { BenchDatabase, ReadableDatabase } from './bench-database.ts';
import { prepareOnce } from './prepare-once.ts';
import type { catalogueReading } from './schema.ts';

/** How far the reading of a shop's products has come; times in epoch ms. */
export type CatalogueReading = Readonly<typeof catalogueReading.$inferSelect>;

type Row = Omit<CatalogueReading, 'isArchivedPart'> & { readonly isArchivedPart: number };

const statements = prepareOnce((db: ReadableDatabase) => ({
  of: db.sqlite.prepare<[string], Row>(
    `SELECT shop, reading, begun_at AS begunAt, ended_at AS endedAt, whole_at AS wholeAt,
       is_archived_part AS isArchivedPart, cursor, cards, unread, total FROM catalogue_reading WHERE shop = ?`,
  ),
}));

const writes = prepareOnce((db: BenchDatabase) => ({
  keep: db.sqlite.prepare(
    `INSERT INTO catalogue_reading (shop, reading, begun_at, ended_at, whole_at, is_archived_part, cursor, cards, unread, total)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (shop) DO UPDATE SET reading = excluded.reading, begun_at = excluded.begun_at,
       ended_at = excluded.ended_at, whole_at = excluded.whole_at, is_archived_part = excluded.is_archived_part,
       cursor = excluded.cursor, cards = excluded.cards, unread = excluded.unread, total = excluded.total`,
  ),
}));

/** The last reading of a shop's products, under way or over; null where there was none. */
export function catalogueReadingOf(db: ReadableDatabase, shop: ShopId): CatalogueReading | null {
  const row = statements(db).of.get(shop);
  return row === undefined ? null : { ...row, isArchivedPart: row.isArchivedPart === 1 };
}

/** Notes how far a reading has come. */
export function keepCatalogueReading(db: BenchDatabase, reading: CatalogueReading): void {
  const { shop, begunAt, endedAt, wholeAt, isArchivedPart, cursor, cards, unread, total } = reading;
  const part = isArchivedPart ? 1 : 0;
  writes(db).keep.run(
    ...[shop, reading.reading, begunAt, endedAt, wholeAt, part, cursor, cards, unread, total],
  );
}
