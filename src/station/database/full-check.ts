import Database from 'better-sqlite3';
import { err, ok, type Result } from '#domain/result.ts';
import type { ReadableDatabase } from './bench-database.ts';
import type { DamagedDatabase } from './database-problem.ts';
import { type VerifiedChain, verifyChain } from './event-chain.ts';

/**
 * Checks everything there is to check: pages, indexes, references, the hash of every event. For the night, on a
 * worker's read-only connection; seconds on a large file.
 */
export function fullCheck(db: ReadableDatabase): Result<VerifiedChain, DamagedDatabase> {
  const damaged = (foundBy: DamagedDatabase['foundBy'], detail: string) =>
    err({ code: 'damaged' as const, file: db.file, foundBy, detail });
  try {
    const integrity = String(db.sqlite.pragma('integrity_check', { simple: true }));
    if (integrity !== 'ok') return damaged('sqlite', integrity);
    const orphan = db.sqlite.prepare('PRAGMA foreign_key_check').get();
    if (orphan !== undefined) return damaged('sqlite', `a row refers to nothing: ${JSON.stringify(orphan)}`);
    const chain = verifyChain(db);
    return chain.ok ? ok(chain.value) : damaged('chain', `event ${chain.error.seq}: ${chain.error.detail}`);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return damaged('sqlite', `${error.code}: ${error.message}`);
  }
}
