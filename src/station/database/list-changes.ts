import type { BenchDatabase } from './bench-database.ts';

/** A list of the database that people have open on their screens. */
export type WatchedList = 'tasks' | 'outbox' | 'requests' | 'imports';

type Listener = (list: WatchedList) => void;

const listeners = new WeakMap<BenchDatabase['sqlite'], Set<Listener>>();

/**
 * Calls back whenever a row of a list was written, within the transaction: it may still be undone, and nothing of it can
 * be read elsewhere yet. Returns the function that ends the listening.
 */
export function onListChange({ sqlite }: BenchDatabase, listener: Listener): () => void {
  const known = listeners.get(sqlite) ?? new Set();
  listeners.set(sqlite, known);
  known.add(listener);
  return () => void known.delete(listener);
}

/** A row of the list was written, by whatever part of the station. */
export function noteListChange({ sqlite }: BenchDatabase, list: WatchedList): void {
  for (const listener of listeners.get(sqlite) ?? []) listener(list);
}
