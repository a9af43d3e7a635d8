import type Database from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type * as schema from './schema.ts';

export type TypedQueries = BetterSQLite3Database<typeof schema>;

/** A connection that reads: the station's own, or a worker's read-only one. */
export type ReadableDatabase = {
  readonly sqlite: Database.Database;
  readonly orm: TypedQueries;
  /** The database file's path. */
  readonly file: string;
  /** Names this database for ever, whatever its file is called; a restored backup keeps it. */
  readonly databaseId: string;
};

/** What was found and done while opening, for the log. */
export type OpeningReport = {
  /** `unreadable`: a witness that cannot be read is treated as absent, but said. */
  readonly witness: 'matched' | 'absent' | 'unreadable';
  readonly migrations: readonly string[];
  /** The backup made before the migrations; null when none was needed. */
  readonly backupFile: string | null;
  readonly chainEvents: number;
  readonly lastSeq: number;
};

/** The one connection that writes. Whoever holds it owns the file until {@link BenchDatabase.close}. */
export type BenchDatabase = ReadableDatabase & {
  /** The bench's home folder; files named in tables are relative to it. */
  readonly home: string;
  readonly opening: OpeningReport;
  /** Writes the witness, empties the WAL, closes the file and gives up its ownership. Closing twice does nothing. */
  readonly close: () => void;
};
