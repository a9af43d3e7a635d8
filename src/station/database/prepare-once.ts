import type { ReadableDatabase } from './bench-database.ts';

/** Statements are compiled at their first use on a connection and live as long as it does. */
export function prepareOnce<Db extends ReadableDatabase, Statements>(
  prepare: (db: Db) => Statements,
): (db: Db) => Statements {
  const prepared = new WeakMap<Db, Statements>();
  return (db) => {
    const known = prepared.get(db);
    if (known !== undefined) return known;
    const statements = prepare(db);
    prepared.set(db, statements);
    return statements;
  };
}
