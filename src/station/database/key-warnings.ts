import type { BenchDatabase } from './bench-database.ts';
import { prepareOnce } from './prepare-once.ts';

const statements = prepareOnce((db: BenchDatabase) => ({
  get: db.sqlite.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck(),
  put: db.sqlite.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  ),
}));

/** The last warning of a shop's key that was given; null before the first. */
export function keyWarningOf(db: BenchDatabase, clientId: string): string | null {
  return statements(db).get.get(`key_warning/${clientId}`) ?? null;
}

/** Notes which warning of a shop's key was given. */
export function noteKeyWarning(db: BenchDatabase, clientId: string, warning: string): void {
  statements(db).put.run(`key_warning/${clientId}`, warning);
}
