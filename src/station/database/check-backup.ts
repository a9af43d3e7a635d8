import Database from 'better-sqlite3';
import { err, ok, type Result } from '#domain/result.ts';
import { verifyChain } from './event-chain.ts';
import { applicationId, databaseIdOf } from './inspect-database.ts';
import { versionOf } from './migrate.ts';

/** What a good backup holds. */
export type BackupFacts = {
  readonly databaseId: string;
  readonly version: number;
  readonly lastSeq: number;
};

export type BadBackup = { readonly code: 'bad-backup'; readonly file: string; readonly detail: string };

/** Opens a backup and checks everything in it: a backup is one only once it has been opened. */
export function checkBackup(file: string): Result<BackupFacts, BadBackup> {
  let sqlite: Database.Database | null = null;
  const bad = (detail: string) => err({ code: 'bad-backup' as const, file, detail });
  try {
    sqlite = new Database(file, { readonly: true, fileMustExist: true });
    if (sqlite.pragma('application_id', { simple: true }) !== applicationId)
      return bad('not a bench database');
    const integrity = String(sqlite.pragma('integrity_check', { simple: true }));
    if (integrity !== 'ok') return bad(integrity);
    if (sqlite.prepare('PRAGMA foreign_key_check').get() !== undefined) return bad('rows refer to nothing');
    const databaseId = databaseIdOf(sqlite);
    const chain = verifyChain({ sqlite, databaseId });
    if (!chain.ok) return bad(`event ${chain.error.seq}: ${chain.error.detail}`);
    return ok({ databaseId, version: versionOf(sqlite), lastSeq: chain.value.lastSeq });
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return bad(`${error.code}: ${error.message}`);
  } finally {
    sqlite?.close();
  }
}
