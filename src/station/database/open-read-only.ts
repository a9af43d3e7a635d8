import Database from 'better-sqlite3';
import { err, ok, type Result } from '#domain/result.ts';
import type { ReadableDatabase } from './bench-database.ts';
import { drizzle } from './drizzle.ts';
import { databaseIdOf } from './inspect-database.ts';
import * as schema from './schema.ts';

export type ReadOnlyDatabase = ReadableDatabase & { readonly close: () => void };

export type ReadOnlyProblem = {
  readonly code: 'unreadable-database';
  readonly file: string;
  readonly detail: string;
};

/**
 * A connection for workers and the command line that reads beside the owner and never blocks it. It sees what was
 * committed before each of its statements; hold no statement open for long, the WAL grows meanwhile.
 */
export function openReadOnly(file: string): Result<ReadOnlyDatabase, ReadOnlyProblem> {
  let sqlite: Database.Database | null = null;
  try {
    const opened = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
    sqlite = opened;
    const databaseId = databaseIdOf(opened);
    const close = () => void opened.close();
    return ok({ sqlite: opened, orm: drizzle(opened, { schema }), file, databaseId, close });
  } catch (error) {
    sqlite?.close();
    if (!(error instanceof Error)) throw error;
    return err({ code: 'unreadable-database', file, detail: error.message });
  }
}
