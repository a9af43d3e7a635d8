import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '#domain/result.ts';
import type { DamagedDatabase, DatabaseProblem, RewoundDatabase } from './database-problem.ts';
import { hashOf, verifyChain } from './event-chain.ts';
import { versionOf } from './migrate.ts';
import type { Witness } from './witness.ts';

/** `PkBn` as a number: SQLite's `application_id` of a bench's file. */
export const applicationId = 0x506b426e;

/** Newest events whose hashes are recomputed at every start; the nightly check does all. */
const chainEventsAtStart = 1000;

/**
 * Above this size only small tables that cannot be read again from the shop are checked at start. The event log is not
 * one of them: it grows for ever, and reading all of it from a cold disk takes a start of a minute. Its newest events are
 * checked by their hashes; the whole of it, with everything else, in the copy that each backup makes.
 */
const wholeCheckMaxBytes = 128 * 1024 * 1024;
const checkedTables = ['outbox', 'session', 'package', 'marking_code', 'label', 'print_job', 'task'];

/** What a look at the file found; `version` 0 is a file that no migration has touched. */
export type Inspection = { readonly version: number; readonly chainEvents: number; readonly lastSeq: number };

/**
 * Looks at the file before anything may write to it, on a read-only connection, so that whatever is wrong stays as
 * it is: a connection that writes would tidy the WAL away when it closes.
 */
export function inspectDatabase(
  file: string,
  witness: Witness | null,
  knownVersion: number,
): Result<Inspection, DatabaseProblem> {
  if (!existsSync(file) || statSync(file).size === 0) return inspectMissing(file, witness);
  let sqlite: Database.Database | null = null;
  try {
    sqlite = new Database(file, { readonly: true, timeout: 5000 });
    return inspectOpen(sqlite, file, witness, knownVersion);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return err(damaged(file, 'sqlite', `${error.code}: ${error.message}`));
  } finally {
    sqlite?.close();
  }
}

function inspectMissing(file: string, witness: Witness | null): Result<Inspection, DatabaseProblem> {
  const walIsLeft = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
  if (witness === null && !walIsLeft) return ok({ version: 0, chainEvents: 0, lastSeq: 0 });
  const witnessSeq = witness?.seq ?? null;
  return err({ code: 'rewound', file, lastSeq: 0, witnessSeq, detail: 'file-missing' });
}

function inspectOpen(
  sqlite: Database.Database,
  file: string,
  witness: Witness | null,
  knownVersion: number,
): Result<Inspection, DatabaseProblem> {
  const version = versionOf(sqlite);
  if (version > knownVersion) return err({ code: 'newer-database', file, version, knownVersion });
  const application = Number(sqlite.pragma('application_id', { simple: true }));
  if (version === 0 && isBlank(sqlite) && (application === 0 || application === applicationId)) {
    return witness === null
      ? ok({ version, chainEvents: 0, lastSeq: 0 })
      : err({ code: 'rewound', file, lastSeq: 0, witnessSeq: witness.seq, detail: 'file-missing' });
  }
  if (version === 0 || application !== applicationId)
    return err(damaged(file, 'format', 'not a bench database'));
  const faults = quickCheck(sqlite, file);
  if (faults !== null) return err(damaged(file, 'sqlite', faults));
  const rewound = compareWithWitness(sqlite, file, witness);
  if (rewound !== null) return err(rewound);
  const chain = verifyChain({ sqlite, databaseId: databaseIdOf(sqlite) }, chainEventsAtStart);
  if (!chain.ok) return err(damaged(file, 'chain', `event ${chain.error.seq}: ${chain.error.detail}`));
  return ok({ version, chainEvents: chain.value.events, lastSeq: chain.value.lastSeq });
}

/** The id a database was born with; empty in the instant before its birth is complete. */
export function databaseIdOf(sqlite: Database.Database): string {
  const id = sqlite.prepare<[], string>("SELECT value FROM meta WHERE key = 'database_id'").pluck().get();
  return id ?? '';
}

function isBlank(sqlite: Database.Database): boolean {
  return sqlite.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
}

function quickCheck(sqlite: Database.Database, file: string): string | null {
  const isSmall = statSync(file).size <= wholeCheckMaxBytes;
  const present = sqlite
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all();
  const checks = isSmall
    ? ['quick_check']
    : checkedTables.filter((table) => present.includes(table)).map((table) => `quick_check('${table}')`);
  for (const check of checks) {
    const answer = String(sqlite.pragma(check, { simple: true }));
    if (answer !== 'ok') return answer;
  }
  return null;
}

function compareWithWitness(
  sqlite: Database.Database,
  file: string,
  witness: Witness | null,
): RewoundDatabase | null {
  if (witness === null) return null;
  const lastSeq = sqlite.prepare<[], number | null>('SELECT max(seq) FROM event').pluck().get() ?? 0;
  const rewound = (detail: RewoundDatabase['detail']): RewoundDatabase => {
    return { code: 'rewound', file, lastSeq, witnessSeq: witness.seq, detail };
  };
  if (databaseIdOf(sqlite) !== witness.databaseId) return rewound('other-database');
  if (lastSeq < witness.seq) return rewound('events-missing');
  if (witness.seq > 0 && hashOf({ sqlite }, witness.seq)?.toString('hex') !== witness.hash) {
    return rewound('other-history');
  }
  return null;
}

function damaged(file: string, foundBy: DamagedDatabase['foundBy'], detail: string): DamagedDatabase {
  return { code: 'damaged', file, foundBy, detail };
}
