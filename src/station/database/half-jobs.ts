import type { HalfJobNote } from '../devices/printers/half-job-note.ts';
import { reportFailure } from '../report-failure.ts';
import type { BenchDatabase } from './bench-database.ts';
import { prepareOnce } from './prepare-once.ts';
import { tryTransaction } from './transaction.ts';

const statements = prepareOnce((db: BenchDatabase) => ({
  get: db.sqlite.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck(),
  put: db.sqlite.prepare("INSERT INTO meta (key, value) VALUES (?, 'held') ON CONFLICT DO NOTHING"),
  forget: db.sqlite.prepare('DELETE FROM meta WHERE key = ?'),
}));

/**
 * Notes in the file whether a printer may hold half a job. Another address is another printer. A file that cannot be
 * written is reported, and the note then lives in memory alone: the label matters more.
 */
export function halfJobNote(db: BenchDatabase, device: string, at: string): HalfJobNote {
  const key = `half_job/${device}/${at}`;
  let isThere = statements(db).get.get(key) !== undefined;
  const write = (run: () => void) => {
    const written = tryTransaction(db, run);
    if (!written.ok) reportFailure('half job', written.error.detail);
  };
  return {
    isThere: () => isThere,
    put() {
      if (isThere) return;
      isThere = true;
      write(() => statements(db).put.run(key));
    },
    forget() {
      if (!isThere) return;
      isThere = false;
      write(() => statements(db).forget.run(key));
    },
  };
}
