import { join } from 'node:path';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '#domain/result.ts';
import { writeProblem } from './write-problem.ts';

export type OwnerLock = { readonly release: () => void };

export type OwnerLockProblem =
  | { readonly code: 'in-use'; readonly file: string }
  | { readonly code: 'unwritable'; readonly file: string; readonly detail: string };

/**
 * Makes this process the one owner of a bench's home, or says that another is. The lock is an exclusive one on an
 * empty SQLite file beside the database: the operating system drops it when the process ends, however it ends, so
 * nothing has to be cleaned up after a power cut or a kill. Waits at most `timeoutMs` for an owner that is just leaving.
 */
export function takeOwnerLock(home: string, timeoutMs = 500): Result<OwnerLock, OwnerLockProblem> {
  const file = join(home, 'bench.lock');
  let lock: Database.Database | null = null;
  try {
    lock = new Database(file, { timeout: timeoutMs });
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
    const held = lock;
    return ok({ release: () => held.close() });
  } catch (error) {
    lock?.close();
    const problem = writeProblem(error);
    if (problem === null) throw error;
    if (problem.code === 'busy') return err({ code: 'in-use', file });
    return err({ code: 'unwritable', file, detail: problem.detail });
  }
}
