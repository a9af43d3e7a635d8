import { z } from 'zod';
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
  forget: db.sqlite.prepare('DELETE FROM meta WHERE key = ?'),
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

/**
 * A walk through what changed at a shop that is not through yet: since when, when it began (epoch ms), and where it is to be taken
 * up: every place that its lanes have left, null for the beginning. A walk of a version that had one lane is taken up at its place.
 */
export type CatchUp = {
  readonly since: number;
  readonly begunAt: number;
  readonly cursors: readonly (string | null)[];
};
const Cursor = z.string().nullable();
const CatchUp: z.ZodType<CatchUp> = z.union([
  z.object({ since: z.int(), begunAt: z.int(), cursors: z.array(Cursor).min(1) }),
  z
    .object({ since: z.int(), begunAt: z.int(), cursor: Cursor })
    .transform(({ cursor, ...walk }) => ({ ...walk, cursors: [cursor] })),
]);

/** The walk that an outage or a restart interrupted; null where there is none. */
export function unfinishedCatchUp(db: ReadableDatabase, shop: ShopId): CatchUp | null {
  const value = statements(db).get.get(catchUpKeyOf(shop));
  return value === undefined ? null : CatchUp.parse(JSON.parse(value));
}

/** Notes how far a walk has come; null when it is through. */
export function noteCatchUp(db: BenchDatabase, shop: ShopId, walk: CatchUp | null): void {
  if (walk === null) writes(db).forget.run(catchUpKeyOf(shop));
  else writes(db).put.run(catchUpKeyOf(shop), JSON.stringify(walk));
}

/** When the last walk through what changed began, epoch ms; null before the first. */
export function lastChangesReadingAt(db: ReadableDatabase, shop: ShopId): number | null {
  const value = Number(statements(db).get.get(changesKeyOf(shop)) ?? Number.NaN);
  return Number.isSafeInteger(value) ? value : null;
}

/** Notes that everything was read that changed before `at`. */
export function noteChangesReading(db: BenchDatabase, shop: ShopId, at: number): void {
  writes(db).put.run(changesKeyOf(shop), String(at));
}

function catchUpKeyOf(shop: ShopId): string {
  return `catch_up/${shop}`;
}

function changesKeyOf(shop: ShopId): string {
  return `changes_reading_at/${shop}`;
}

function keyOf(shop: ShopId): string {
  return `whole_reading_at/${shop}`;
}
