import type Database from 'better-sqlite3';
import { err, ok, type Result } from '#domain/result.ts';
import type { Migration } from './migration-files.ts';

export type MigrationProblem = {
  readonly code: 'migration-failed';
  readonly migration: string;
  readonly detail: string;
};

/** The shape that the file has: the number of the last migration, 0 for a new file. */
export function versionOf(sqlite: Database.Database): number {
  return Number(sqlite.pragma('user_version', { simple: true }));
}

/** The migrations that the file still needs, in order. */
export function pendingMigrations(
  sqlite: Database.Database,
  migrations: readonly Migration[],
): readonly Migration[] {
  const version = versionOf(sqlite);
  return migrations.filter(({ number }) => number > version);
}

/**
 * Runs migrations one after the other, each whole or not at all; after a failure or a kill the file has the shape of
 * the last one that went through. Foreign keys rest meanwhile, as rebuilding a table needs, and are checked before
 * each commit.
 */
export function migrate(
  sqlite: Database.Database,
  pending: readonly Migration[],
  now: number,
): Result<readonly string[], MigrationProblem> {
  sqlite.pragma('foreign_keys = OFF');
  try {
    for (const migration of pending) {
      const failure = runMigration(sqlite, migration, now);
      if (failure !== null)
        return err({ code: 'migration-failed', migration: migration.name, detail: failure });
    }
    return ok(pending.map(({ name }) => name));
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
}

function runMigration(sqlite: Database.Database, migration: Migration, now: number): string | null {
  const run = sqlite.transaction(() => {
    sqlite.exec(migration.text);
    const orphans = sqlite.prepare('PRAGMA foreign_key_check').all();
    if (orphans.length > 0) throw new Error(`${orphans.length} rows would refer to nothing`);
    sqlite
      .prepare('INSERT INTO migration (number, name, sha256, applied_at) VALUES (?, ?, ?, ?)')
      .run(migration.number, migration.name, migration.sha256, now);
    sqlite.pragma(`user_version = ${migration.number}`);
  });
  try {
    run.immediate();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
