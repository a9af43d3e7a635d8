import type { ShopId } from '#domain/ids.ts';
import type { BenchDatabase, ReadableDatabase } from './bench-database.ts';
import { prepareOnce } from './prepare-once.ts';

const statements = prepareOnce((db: ReadableDatabase) => ({
  get: db.sqlite.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck(),
}));

const writes = prepareOnce((db: BenchDatabase) => ({
  put: db.sqlite.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  ),
}));

/**
 * When the last reading of a shop's whole list began, epoch ms; null before the first. It stands in the file, so that
 * neither a long weekend nor a restored backup hides what the shop said meanwhile.
 */
export function lastWholeReadingAt(db: ReadableDatabase, shop: ShopId): number | null {
  const value = Number(statements(db).get.get(keyOf(shop)) ?? Number.NaN);
  return Number.isSafeInteger(value) ? value : null;
}

/** Notes that the shop's whole list was read, from `at` on. */
export function noteWholeReading(db: BenchDatabase, shop: ShopId, at: number): void {
  writes(db).put.run(keyOf(shop), String(at));
}

function keyOf(shop: ShopId): string {
  return `whole_reading_at/${shop}`;
}
