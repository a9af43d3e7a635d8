import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { err, ok, type Result } from '#domain/result.ts';
import { backUp, backupsFolder } from './backup.ts';
import type { BenchDatabase, OpeningReport } from './bench-database.ts';
import { checkpoint } from './checkpoint.ts';
import type { DatabaseProblem } from './database-problem.ts';
import { drizzle } from './drizzle.ts';
import { applicationId, databaseIdOf, type Inspection, inspectDatabase } from './inspect-database.ts';
import { makeFolder } from './make-folder.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { type Migration, newestVersion, readMigrations } from './migration-files.ts';
import { isNetworkFolder } from './network-folder.ts';
import { type OwnerLock, takeOwnerLock } from './owner-lock.ts';
import * as schema from './schema.ts';
import { readWitness, writeWitness } from './witness.ts';
import { writeProblem } from './write-problem.ts';

export type OpenOptions = {
  /** The bench's home folder; made when absent. */
  readonly home: string;
  /** The folder that holds `migrations/`. */
  readonly resourcesDir: string;
  /** Epoch ms. */
  readonly now: () => number;
};

/** Where a bench's database lies. */
export function databaseFile(home: string): string {
  return join(home, 'bench.sqlite');
}

/**
 * Opens the bench's database as its one owner: takes the lock, looks for damage and for lost events, backs up and
 * migrates where the file is older than the application. Whatever is wrong is returned, and the file then is as it was.
 */
export function openDatabase(options: OpenOptions): Result<BenchDatabase, DatabaseProblem> {
  const { home, resourcesDir } = options;
  const file = databaseFile(home);
  const migrations = readMigrations(resourcesDir);
  const folder = makeHome(home);
  if (!folder.ok) return folder;
  const lock = takeOwnerLock(home);
  if (!lock.ok) return lock;
  const witness = readWitness(home);
  const seen = inspectDatabase(file, typeof witness === 'string' ? null : witness, newestVersion(migrations));
  const opened = seen.ok ? openOwned(options, migrations, seen.value, lock.value) : seen;
  if (!opened.ok) lock.value.release();
  if (!opened.ok || typeof witness !== 'string') return opened;
  return ok({ ...opened.value, opening: { ...opened.value.opening, witness } });
}

function makeHome(home: string): Result<void, DatabaseProblem> {
  try {
    makeFolder(home);
    return isNetworkFolder(home) ? err({ code: 'network-folder', file: home }) : ok(undefined);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return err({ code: 'unwritable', file: home, detail: error.message });
  }
}

function openOwned(
  options: OpenOptions,
  migrations: readonly Migration[],
  seen: Inspection,
  lock: OwnerLock,
): Result<BenchDatabase, DatabaseProblem> {
  const file = databaseFile(options.home);
  let sqlite: Database.Database | null = null;
  try {
    sqlite = new Database(file, { timeout: 5000 });
    setUp(sqlite);
    const brought = bringUpToDate(sqlite, options, migrations, seen.version);
    if (!brought.ok) {
      sqlite.close();
      return brought;
    }
    const opening: OpeningReport = {
      ...brought.value,
      witness: 'matched',
      chainEvents: seen.chainEvents,
      lastSeq: seen.lastSeq,
    };
    const db = own(sqlite, options, opening, lock);
    writeWitness(db, options.now());
    return ok(db);
  } catch (error) {
    sqlite?.close();
    const problem = writeProblem(error);
    if (problem === null) throw error;
    if (problem.code === 'damaged')
      return err({ code: 'damaged', file, foundBy: 'sqlite', detail: problem.detail });
    return err({ code: 'unwritable', file, detail: problem.detail });
  }
}

/**
 * What SQLite does not remember in the file. `synchronous` above all: the library's build falls back to NORMAL on a
 * WAL file, which may lose the last commits in a power cut.
 */
function setUp(sqlite: Database.Database): void {
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('checkpoint_fullfsync = ON');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('recursive_triggers = ON');
  sqlite.pragma('trusted_schema = OFF');
  sqlite.pragma('cell_size_check = ON');
  sqlite.pragma('temp_store = MEMORY');
  sqlite.pragma('cache_size = -16384');
  // 32 MiB: the station empties the WAL when nobody packs, so that hardly a scan ever has to.
  sqlite.pragma('wal_autocheckpoint = 8192');
}

function bringUpToDate(
  sqlite: Database.Database,
  options: OpenOptions,
  migrations: readonly Migration[],
  version: number,
): Result<Pick<OpeningReport, 'migrations' | 'backupFile'>, DatabaseProblem> {
  const pending = pendingMigrations(sqlite, migrations);
  if (pending.length === 0) return ok({ migrations: [], backupFile: null });
  let backupFile: string | null = null;
  if (version > 0 && databaseIdOf(sqlite) !== '') {
    const before = String(pending[0]?.number).padStart(4, '0');
    const source = { sqlite, databaseId: databaseIdOf(sqlite) };
    const backup = backUp(source, backupsFolder(options.home), options.now(), before);
    if (!backup.ok) return backup;
    backupFile = backup.value.file;
  }
  sqlite.pragma(`application_id = ${applicationId}`);
  const migrated = migrate(sqlite, pending, options.now());
  if (!migrated.ok) return migrated;
  giveIdentity(sqlite, options.now());
  checkpoint({ sqlite });
  return ok({ migrations: migrated.value, backupFile });
}

/** The last step of a database's birth: until it has an id, it has no data either. */
function giveIdentity(sqlite: Database.Database, now: number): void {
  const put = sqlite.prepare('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO NOTHING');
  sqlite
    .transaction(() => {
      put.run('database_id', v7());
      put.run('created_at', String(now));
    })
    .immediate();
}

function own(
  sqlite: Database.Database,
  options: OpenOptions,
  opening: OpeningReport,
  lock: OwnerLock,
): BenchDatabase {
  const { home, now } = options;
  const db: BenchDatabase = {
    sqlite,
    orm: drizzle(sqlite, { schema }),
    file: databaseFile(home),
    databaseId: databaseIdOf(sqlite),
    home,
    opening,
    close: () => {
      if (!sqlite.open) return;
      try {
        if (existsSync(home)) writeWitness(db, now());
        checkpoint(db);
      } finally {
        sqlite.close();
        lock.release();
      }
    },
  };
  return db;
}
