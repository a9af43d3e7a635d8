import type { BackupProblem } from './backup.ts';
import type { MigrationProblem } from './migrate.ts';

/** The file holds something that cannot be right. */
export type DamagedDatabase = {
  readonly code: 'damaged';
  readonly file: string;
  /** `sqlite`: its own check; `chain`: the hashes of the events; `format`: it is not a bench's database at all. */
  readonly foundBy: 'sqlite' | 'chain' | 'format';
  readonly detail: string;
};

/**
 * The file is whole but stands earlier than it once stood, holds another history, or is gone: events that were
 * confirmed are not in it. `lastSeq` is what it has, `witnessSeq` what it once had (null: only a WAL is left).
 */
export type RewoundDatabase = {
  readonly code: 'rewound';
  readonly file: string;
  readonly lastSeq: number;
  readonly witnessSeq: number | null;
  readonly detail: 'events-missing' | 'other-history' | 'other-database' | 'file-missing';
};

/** Why a bench's database could not be opened. The file is left exactly as it was found. */
export type DatabaseProblem =
  | { readonly code: 'in-use'; readonly file: string }
  | { readonly code: 'unwritable'; readonly file: string; readonly detail: string }
  | { readonly code: 'network-folder'; readonly file: string }
  | {
      readonly code: 'newer-database';
      readonly file: string;
      readonly version: number;
      readonly knownVersion: number;
    }
  | DamagedDatabase
  | RewoundDatabase
  | BackupProblem
  | MigrationProblem;
