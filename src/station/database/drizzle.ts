import { createRequire } from 'node:module';

/*
 * Drizzle, loaded as CommonJS. Node parses a package's package.json anew for every module that is imported from it, and
 * this package's is 180 kB long: imported, it costs each start about a second and 150 MB, required a tenth of either.
 */
const load = createRequire(import.meta.url);
const orm: typeof import('drizzle-orm') = load('drizzle-orm');
const sqliteCore: typeof import('drizzle-orm/sqlite-core') = load('drizzle-orm/sqlite-core');
const betterSqlite3: typeof import('drizzle-orm/better-sqlite3') = load('drizzle-orm/better-sqlite3');

export const { and, asc, desc, eq, gt, inArray, isNotNull, lte, notExists, sql } = orm;
export const { alias, blob, integer, primaryKey, real, sqliteTable, text } = sqliteCore;
export const { drizzle } = betterSqlite3;
