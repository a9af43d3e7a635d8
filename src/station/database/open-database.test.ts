import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { verifyChain } from './event-chain.ts';
import { readPosting } from './event-log.ts';
import { databaseFile, openDatabase } from './open-database.ts';
import { openReadOnly } from './open-read-only.ts';
import { packInOtherProcess } from './testing/other-process.ts';
import { shopPosting, takeOver } from './testing/shop-postings.ts';
import { openBench, resourcesDir, temporaryHome } from './testing/temporary-bench.ts';

const now = () => 1_764_000_000_000;

describe('opening the database', () => {
  it('makes every commit durable, also when opened for the second time', () => {
    const home = temporaryHome();
    for (let i = 0; i < 3; i += 1) {
      const db = openBench(home);
      expect(db.sqlite.pragma('synchronous', { simple: true })).toBe(2);
      expect(db.sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
      expect(db.sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
      expect(db.sqlite.pragma('busy_timeout', { simple: true })).toBe(5000);
      db.close();
    }
  });

  it('keeps its identity and what was stored', () => {
    const home = temporaryHome();
    const first = openBench(home);
    takeOver(first, shopPosting('1-1'));
    first.close();
    const second = openBench(home);
    expect(second.databaseId).toBe(first.databaseId);
    expect(second.sqlite.prepare('SELECT count(*) AS n FROM posting').get()).toEqual({ n: 1 });
    expect(second.opening).toMatchObject({ witness: 'matched', migrations: [], backupFile: null });
  });

  it('refuses a second owner in the same process and lets it in after the first has left', () => {
    const home = temporaryHome();
    const db = openBench(home);
    expect(openDatabase({ home, resourcesDir, now })).toMatchObject({ ok: false, error: { code: 'in-use' } });
    db.close();
    db.close();
    openBench(home);
  });

  it('refuses a second owner in another process, and opens at once after that process was killed', async () => {
    const home = temporaryHome();
    const other = packInOtherProcess(home, 'endless');
    await other.untilLine('40');
    expect(openDatabase({ home, resourcesDir, now })).toMatchObject({ ok: false, error: { code: 'in-use' } });
    const acknowledged = Number((await other.kill()).at(-1));

    const db = openBench(home);
    expect(db.opening.lastSeq).toBeGreaterThanOrEqual(acknowledged);
    expect(db.opening.lastSeq % 2).toBe(0);
    expect(verifyChain(db)).toMatchObject({ ok: true });
  });

  it('lets a worker read beside the owner, and only read', () => {
    const db = openBench();
    const reader = openReadOnly(db.file);
    if (!reader.ok) throw new Error(reader.error.detail);
    takeOver(db, shopPosting('1-1'));
    expect(reader.value.sqlite.prepare('SELECT number FROM posting').pluck().all()).toEqual(['1-1']);
    expect(() => reader.value.sqlite.exec("UPDATE posting SET warehouse = ''")).toThrow(/readonly/);
    expect(readPosting(reader.value, shopPosting('1-1').number)).toEqual([]);
    reader.value.close();
    expect(openReadOnly(join(db.home, 'nothing.sqlite'))).toMatchObject({ ok: false });
  });

  it('stops before a file of a newer application and leaves it as it is', () => {
    const home = temporaryHome();
    openBench(home).close();
    const newer = new Database(databaseFile(home));
    newer.pragma('journal_mode = DELETE');
    newer.pragma('user_version = 9990');
    newer.close();
    const bytes = readFileSync(databaseFile(home));
    const opened = openDatabase({ home, resourcesDir, now });
    expect(opened).toMatchObject({ ok: false, error: { code: 'newer-database', version: 9990 } });
    expect(readFileSync(databaseFile(home)).equals(bytes)).toBe(true);
  });

  it('does not take a file that is no database, or another program’s database, for its own', () => {
    const text = temporaryHome();
    writeFileSync(
      databaseFile(text),
      'not a database at all, but long enough to be looked at by SQLite'.repeat(20),
    );
    expect(openDatabase({ home: text, resourcesDir, now })).toMatchObject({
      ok: false,
      error: { code: 'damaged', foundBy: 'sqlite' },
    });
    const foreign = temporaryHome();
    const sqlite = new Database(databaseFile(foreign));
    sqlite.exec('CREATE TABLE something (a)');
    sqlite.close();
    expect(openDatabase({ home: foreign, resourcesDir, now })).toMatchObject({
      ok: false,
      error: { code: 'damaged', foundBy: 'format' },
    });
  });

  it('says that a home cannot be made instead of throwing', () => {
    const home = join(temporaryHome(), 'file');
    writeFileSync(home, '');
    expect(openDatabase({ home, resourcesDir, now })).toMatchObject({
      ok: false,
      error: { code: 'unwritable' },
    });
  });
});
