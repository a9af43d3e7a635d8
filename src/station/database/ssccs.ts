import type { PostingNumber } from '#domain/ids.ts';
import type { BenchDatabase } from './bench-database.ts';
import { prepareOnce } from './prepare-once.ts';
import { requireTransaction } from './transaction.ts';

const statements = prepareOnce((db: BenchDatabase) => ({
  of: db.sqlite
    .prepare<[string, number], string>('SELECT sscc FROM sscc WHERE posting = ? AND package = ?')
    .pluck(),
  lastSerial: db.sqlite
    .prepare<[], number>('SELECT serial FROM sscc ORDER BY given_at DESC, rowid DESC LIMIT 1')
    .pluck(),
  give: db.sqlite.prepare(
    'INSERT INTO sscc (sscc, posting, package, serial, given_at) VALUES (?, ?, ?, ?, ?)',
  ),
}));

/** The code that a package has already; null where it has none. */
export function ssccOf(db: BenchDatabase, posting: PostingNumber, n: number): string | null {
  return statements(db).of.get(posting, n) ?? null;
}

/** The serial number given last at this bench; null before the first. */
export function lastSsccSerial(db: BenchDatabase): number | null {
  return statements(db).lastSerial.get() ?? null;
}

/** Gives a package its code, for good; throws where the code or the package has been given already. `at` is epoch ms. */
export function giveSscc(
  db: BenchDatabase,
  given: { readonly sscc: string; readonly serial: number },
  posting: PostingNumber,
  n: number,
  at: number,
): void {
  requireTransaction(db, 'giving an SSCC');
  statements(db).give.run(given.sscc, posting, n, given.serial, at);
}
