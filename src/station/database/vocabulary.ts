import type { ShopId } from '#domain/ids.ts';
import type { BenchDatabase } from './bench-database.ts';
import { prepareOnce } from './prepare-once.ts';

const statements = prepareOnce((db: BenchDatabase) => ({
  get: db.sqlite.prepare<[string, string, string], { value: string; readAt: number }>(
    'SELECT value, read_at AS readAt FROM shop_vocabulary WHERE shop = ? AND what = ? AND language = ?',
  ),
  put: db.sqlite.prepare(
    `INSERT INTO shop_vocabulary (shop, what, language, value, read_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET value = excluded.value, read_at = excluded.read_at`,
  ),
  age: db.sqlite.prepare('UPDATE shop_vocabulary SET read_at = 0 WHERE shop = ?'),
}));

/** What the shop said last of something, as JSON, and when (epoch ms); null where it was never asked. */
export function keptVocabulary(db: BenchDatabase, shop: ShopId, what: string, language: string) {
  return statements(db).get.get(shop, what, language) ?? null;
}

/** Keeps what the shop says of something; `at` is epoch ms. */
export function keepVocabulary(
  db: BenchDatabase,
  said: {
    readonly shop: ShopId;
    readonly what: string;
    readonly language: string;
    readonly value: unknown;
    readonly at: number;
  },
): void {
  statements(db).put.run(said.shop, said.what, said.language, JSON.stringify(said.value), said.at);
}

/** What the shop said is old from now on: it is asked again, and stands in where the shop does not answer. */
export function ageVocabulary(db: BenchDatabase, shop: ShopId): void {
  statements(db).age.run(shop);
}
