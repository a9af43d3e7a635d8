import { existsSync, statSync } from 'node:fs';
import type { ReadableDatabase } from './bench-database.ts';

/** Above this the WAL grows because something holds it: worth an alarm. */
export const walAlarmBytes = 64 * 1024 * 1024;

/**
 * Moves what is in the WAL into the database file and empties the WAL; for idle moments and for quitting. False when
 * a reader (a backup, an export) still needs it: nothing is lost, try again later.
 */
export function checkpoint(db: Pick<ReadableDatabase, 'sqlite'>): boolean {
  return Number(db.sqlite.pragma('wal_checkpoint(TRUNCATE)', { simple: true })) === 0;
}

/** Size of the WAL in bytes, to be compared with {@link walAlarmBytes}. */
export function walBytes(db: Pick<ReadableDatabase, 'file'>): number {
  const wal = `${db.file}-wal`;
  return existsSync(wal) ? statSync(wal).size : 0;
}
