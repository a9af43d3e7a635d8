import Database from 'better-sqlite3';

/**
 * Why a write did not happen; nothing of it is in the file. `busy`: another program held the file for longer than
 * the 5 s that a write waits. `disk-full` and `unwritable` pass when their cause does, `damaged` does not.
 */
export type WriteProblem = {
  readonly code: 'disk-full' | 'busy' | 'unwritable' | 'damaged';
  readonly detail: string;
};

/** Sorts what SQLite threw; null for anything that is a bug of ours (a broken constraint, a wrong statement). */
export function writeProblem(error: unknown): WriteProblem | null {
  if (!(error instanceof Database.SqliteError)) return null;
  const detail = `${error.code}: ${error.message}`;
  if (error.code === 'SQLITE_FULL') return { code: 'disk-full', detail };
  if (/^SQLITE_(BUSY|LOCKED)/.test(error.code)) return { code: 'busy', detail };
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) return { code: 'damaged', detail };
  if (/^SQLITE_(IOERR|CANTOPEN|READONLY|PERM|AUTH)/.test(error.code)) return { code: 'unwritable', detail };
  return null;
}
