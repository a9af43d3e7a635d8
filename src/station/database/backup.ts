import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#domain/result.ts';
import { backupsToKeep } from './backup-retention.ts';
import type { ReadableDatabase } from './bench-database.ts';
import { checkBackup } from './check-backup.ts';
import { renameDurably } from './durable-file.ts';
import { makeFolder } from './make-folder.ts';

/** A verified copy of the database, in one file. */
export type Backup = {
  readonly file: string;
  /** Epoch ms, from its name. */
  readonly madeAt: number;
  /** The version of the application's tables that a migration was about to change; null for a routine backup. */
  readonly beforeMigration: string | null;
};

export type BackupProblem = {
  readonly code: 'backup-failed';
  readonly file: string;
  readonly detail: string;
};

const backupName = /^bench-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z(?:-before-(\d{4}))?\.sqlite$/;

/** Where a bench keeps its backups. */
export function backupsFolder(home: string): string {
  return join(home, 'backups');
}

/**
 * Copies the database as it stands into the folder, opens the copy, checks all of it (pages, references, every
 * event's hash, nothing fewer than in the original) and only then gives it its name. Runs on any connection; on a
 * large file it takes seconds, so while packers work it belongs on a worker's read-only one.
 */
export function backUp(
  db: Pick<ReadableDatabase, 'sqlite' | 'databaseId'>,
  folder: string,
  now: number,
  beforeMigration: string | null = null,
): Result<Backup, BackupProblem> {
  const stamp = new Date(now).toISOString().replaceAll(/[-:.]/g, '');
  const suffix = beforeMigration === null ? '' : `-before-${beforeMigration}`;
  const file = join(folder, `bench-${stamp}${suffix}.sqlite`);
  const temporary = `${file}.new`;
  const failed = (detail: string) => err({ code: 'backup-failed' as const, file, detail });
  try {
    makeFolder(folder);
    rmSync(temporary, { force: true });
    const lastSeq = db.sqlite.prepare<[], number | null>('SELECT max(seq) FROM event').pluck().get() ?? 0;
    db.sqlite.prepare('VACUUM INTO ?').run(temporary);
    const facts = checkBackup(temporary);
    if (!facts.ok) return failed(facts.error.detail);
    if (facts.value.databaseId !== db.databaseId || facts.value.lastSeq < lastSeq) {
      return failed('the copy is not what was copied');
    }
    renameDurably(temporary, file);
    return ok({ file, madeAt: now, beforeMigration });
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  } finally {
    if (existsSync(temporary)) rmSync(temporary);
  }
}

/** The backups in a folder, newest first. Whatever else lies there is left alone. */
export function listBackups(folder: string): readonly Backup[] {
  const names = readFolder(folder);
  return names
    .flatMap((name) => {
      const parts = backupName.exec(name);
      if (parts === null) return [];
      const [, year, month, day, hour, minute, second, ms, before] = parts;
      const madeAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`);
      return [{ file: join(folder, name), madeAt, beforeMigration: before ?? null }];
    })
    .sort((a, b) => b.madeAt - a.madeAt);
}

/** Deletes the backups that 24 hourly and 14 daily ones make needless; says which. */
export function pruneBackups(folder: string): readonly string[] {
  const backups = listBackups(folder);
  const kept = new Set(backupsToKeep(backups));
  const needless = backups.filter((backup) => !kept.has(backup)).map(({ file }) => file);
  for (const file of needless) rmSync(file, { force: true });
  return needless;
}

function readFolder(folder: string): readonly string[] {
  makeFolder(folder);
  return readdirSync(folder);
}
