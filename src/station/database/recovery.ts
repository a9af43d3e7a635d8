import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '#domain/result.ts';
import { type Backup, backupsFolder, listBackups } from './backup.ts';
import { type BadBackup, checkBackup } from './check-backup.ts';
import { flushFolder, renameDurably } from './durable-file.ts';
import { makeFolder } from './make-folder.ts';
import { databaseFile } from './open-database.ts';
import { type OwnerLockProblem, takeOwnerLock } from './owner-lock.ts';
import { witnessFile } from './witness.ts';

/**
 * The steps of the ladder back to work after a file was found damaged or rewound. A person chooses them; each leaves
 * everything there was in `<home>/set-aside`. Nothing is ever deleted.
 */

export type SetAsideDatabase = { readonly folder: string; readonly files: readonly string[] };

/** Moves the database with its WAL and its witness out of the way. `why` becomes part of the folder's name. */
export function setDatabaseAside(
  home: string,
  why: 'damaged' | 'rewound',
  now: number,
): Result<SetAsideDatabase, OwnerLockProblem> {
  const file = databaseFile(home);
  return whileOwning(home, () =>
    moveAside(home, why, now, [file, `${file}-wal`, `${file}-shm`, witnessFile(home)]),
  );
}

/**
 * Goes on with a rewound file as it is: it is whole, and may well be newer than the newest backup. Only the witness
 * is moved away, so that the next start takes the file at its word. What is missing must come from the shop and from people.
 */
export function acceptRewound(home: string, now: number): Result<SetAsideDatabase, OwnerLockProblem> {
  return whileOwning(home, () => moveAside(home, 'rewound', now, [witnessFile(home)]));
}

export type Restored = {
  readonly backup: Backup;
  readonly lastSeq: number;
  /** Newer backups that were not good. */
  readonly passedOver: readonly BadBackup[];
};

export type RestoreProblem =
  | { readonly code: 'no-good-backup'; readonly passedOver: readonly BadBackup[] }
  | { readonly code: 'file-in-place'; readonly file: string }
  | OwnerLockProblem;

/**
 * Puts the newest good backup in the place of a database that was set aside. What the bench may have told the shop or
 * printed since then is not in it, so every outbox row that was not done becomes `unknown` (the shop is asked before
 * anything is sent) and every unfinished print job `doubtful`.
 */
export function restoreNewestGoodBackup(home: string, now: number): Result<Restored, RestoreProblem> {
  const owned = whileOwning(home, () => restore(home, now));
  return owned.ok ? owned.value : owned;
}

function restore(home: string, now: number): Result<Restored, RestoreProblem> {
  const file = databaseFile(home);
  if (existsSync(file)) return err({ code: 'file-in-place', file });
  const passedOver: BadBackup[] = [];
  for (const backup of listBackups(backupsFolder(home))) {
    const facts = checkBackup(backup.file);
    if (facts.ok) {
      const copy = `${file}.restoring`;
      copyFileSync(backup.file, copy);
      doubtWhatWasUnderWay(copy, basename(backup.file), now);
      renameDurably(copy, file);
      return ok({ backup, lastSeq: facts.value.lastSeq, passedOver });
    }
    passedOver.push(facts.error);
  }
  return err({ code: 'no-good-backup', passedOver });
}

function doubtWhatWasUnderWay(copy: string, backupName: string, now: number): void {
  const sqlite = new Database(copy);
  const has = (table: string) =>
    sqlite.prepare('SELECT 1 FROM sqlite_schema WHERE type = ? AND name = ?').get('table', table) !==
    undefined;
  try {
    sqlite.pragma('synchronous = FULL');
    if (has('outbox')) {
      sqlite
        .prepare(
          `UPDATE outbox SET state = 'unknown', next_attempt_at = ?, last_error = ? WHERE state IN ('ready', 'sending')`,
        )
        .run(now, 'restored-from-backup');
    }
    if (has('print_job')) {
      sqlite
        .prepare(
          `UPDATE print_job SET state = 'doubtful', reason = ? WHERE state IN ('queued', 'sending', 'sent')`,
        )
        .run('restored-from-backup');
    }
    sqlite
      .prepare(
        `INSERT INTO meta (key, value) VALUES ('restored', ?) ON CONFLICT DO UPDATE SET value = excluded.value`,
      )
      .run(JSON.stringify({ from: backupName, at: now }));
  } finally {
    sqlite.close();
  }
}

function whileOwning<Value>(home: string, work: () => Value): Result<Value, OwnerLockProblem> {
  const lock = takeOwnerLock(home);
  if (!lock.ok) return lock;
  try {
    return ok(work());
  } finally {
    lock.value.release();
  }
}

function moveAside(home: string, why: string, now: number, files: readonly string[]): SetAsideDatabase {
  const stamp = new Date(now).toISOString().replaceAll(/[-:.]/g, '');
  const folder = freshFolder(join(home, 'set-aside'), `${stamp}-${why}`);
  const present = files.filter((file) => existsSync(file));
  const moved = present.map((file) => join(folder, basename(file)));
  for (const [i, file] of present.entries()) renameSync(file, moved[i] ?? file);
  flushFolder(folder);
  flushFolder(home);
  return { folder, files: moved };
}

function freshFolder(parent: string, name: string): string {
  for (let n = 1; ; n += 1) {
    const folder = join(parent, n === 1 ? name : `${name}-${n}`);
    if (existsSync(folder)) continue;
    makeFolder(folder);
    return folder;
  }
}
