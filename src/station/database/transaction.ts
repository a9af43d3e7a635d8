import { err, ok, type Result } from '#domain/result.ts';
import type { BenchDatabase } from './bench-database.ts';
import { type WriteProblem, writeProblem } from './write-problem.ts';

/**
 * Does all of `work` or nothing of it, durably: once this returns, a power cut loses none of it. `work` must not be
 * async; a promise is refused and everything rolled back. Throws what `work` or SQLite throws.
 */
export function transaction<Value>(db: BenchDatabase, work: () => Value): Value {
  return db.sqlite.transaction(work).immediate();
}

/**
 * As {@link transaction}, but a power cut may lose it, whole, until the next durable commit or checkpoint. For what can be
 * read again from the shop and for nothing else: it spares the bench one wait for the disk with each page of a long list.
 */
export function rereadableTransaction<Value>(db: BenchDatabase, work: () => Value): Value {
  db.sqlite.pragma('synchronous = NORMAL');
  try {
    return transaction(db, work);
  } finally {
    db.sqlite.pragma('synchronous = FULL');
  }
}

/** As {@link transaction}, with a full disk, a locked or damaged file as a value. */
export function tryTransaction<Value>(db: BenchDatabase, work: () => Value): Result<Value, WriteProblem> {
  try {
    return ok(transaction(db, work));
  } catch (error) {
    const problem = writeProblem(error);
    if (problem === null) throw error;
    return err(problem);
  }
}

/** Guards functions whose rows only make sense together with others of the same transaction. */
export function requireTransaction(db: BenchDatabase, what: string): void {
  if (!db.sqlite.inTransaction) throw new Error(`${what} must be part of a transaction`);
}
