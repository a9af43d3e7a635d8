import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ShopId } from '#domain/ids.ts';
import { backUp, backupsFolder, listBackups, pruneBackups } from './backup.ts';
import { backupsToKeep } from './backup-retention.ts';
import type { BenchDatabase } from './bench-database.ts';
import { checkBackup } from './check-backup.ts';
import { checkpoint, walBytes } from './checkpoint.ts';
import { fullCheck } from './full-check.ts';
import { databaseFile, openDatabase } from './open-database.ts';
import { openReadOnly } from './open-read-only.ts';
import { enqueueOutbox, markSending, nextUnknown } from './outbox.ts';
import { addPrintJob, unfinishedPrintJobs } from './print-jobs.ts';
import { restoreNewestGoodBackup, setDatabaseAside } from './recovery.ts';
import { beginSession, shopPosting, takeOver } from './testing/shop-postings.ts';
import { openBench, resourcesDir, temporaryHome } from './testing/temporary-bench.ts';
import { transaction } from './transaction.ts';

const hourMs = 3_600_000;
const noon = Date.UTC(2026, 10, 23, 12);

function packSomething(db: BenchDatabase, number: string, session: string): void {
  takeOver(db, shopPosting(number));
  beginSession(db, number, session);
}

const first = '01900000-0000-7000-8000-000000000001';
const second = '01900000-0000-7000-8000-000000000002';

describe('backups', () => {
  it('are whole, single, checked files, also when made by a worker while the bench writes', () => {
    const db = openBench();
    packSomething(db, '1-1', first);
    const reader = openReadOnly(db.file);
    if (!reader.ok) throw new Error(reader.error.detail);
    const folder = backupsFolder(db.home);
    const backup = backUp(reader.value, folder, noon);
    reader.value.close();
    packSomething(db, '2-1', second);
    expect(backup).toEqual({
      ok: true,
      value: { file: join(folder, 'bench-20261123T120000000Z.sqlite'), madeAt: noon, beforeMigration: null },
    });
    expect(readdirSync(folder)).toEqual(['bench-20261123T120000000Z.sqlite']);
    expect(checkBackup(join(folder, 'bench-20261123T120000000Z.sqlite'))).toMatchObject({
      ok: true,
      value: { databaseId: db.databaseId, lastSeq: 1 },
    });
    expect(fullCheck(db)).toEqual({ ok: true, value: { events: 2, lastSeq: 2 } });
  });

  it('say when they cannot be made, and leave no half file', () => {
    const db = openBench();
    const folder = join(db.home, 'taken');
    writeFileSync(folder, 'a file where the folder should be');
    expect(backUp(db, folder, noon)).toMatchObject({ ok: false, error: { code: 'backup-failed' } });
  });

  it('are kept hourly for a day’s work and daily for two weeks, whatever else lies in the folder', () => {
    const made = (hoursAgo: number, beforeMigration: string | null = null) => {
      return { file: `${hoursAgo}`, madeAt: noon - hoursAgo * hourMs, beforeMigration };
    };
    const hourly = Array.from({ length: 24 * 40 }, (_, i) => made(i / 2));
    const kept = backupsToKeep([...hourly, made(5, '0080')]);
    const days = new Set(kept.map(({ madeAt }) => Math.floor(madeAt / (24 * hourMs))));
    expect(new Set(kept).size).toBe(24 + 14 - 2 + 1);
    expect(days.size).toBe(14);
    expect(kept.map(({ file }) => file)).toContain('0');
    const folder = temporaryHome();
    writeFileSync(join(folder, 'notes.txt'), '');
    for (const minute of ['00', '10', '20'])
      writeFileSync(join(folder, `bench-20261123T12${minute}00000Z.sqlite`), '');
    expect(pruneBackups(folder)).toHaveLength(2);
    expect(readdirSync(folder)).toEqual(['bench-20261123T122000000Z.sqlite', 'notes.txt']);
    expect(listBackups(folder)).toHaveLength(1);
  });
});

const shop = ShopId.parse('ozon-1');

describe('recovery', () => {
  it('sets the damaged file aside and brings the newest good backup back, with everything under way in doubt', () => {
    const home = temporaryHome();
    const db = openBench(home);
    packSomething(db, '1-1', first);
    const owed = transaction(db, () => {
      enqueueOutbox(db, { kind: 'ship', shop, subject: '1-1', payload: {}, at: 0 });
      return enqueueOutbox(db, { kind: 'ship', shop, subject: '2-1', payload: {}, at: 0 });
    });
    markSending(db, owed);
    const bytes = { bytesFile: 'p/a.zpl', printer: 'label-printer', bytesSha256: 'a'.repeat(64) };
    addPrintJob(db, {
      id: 'J1',
      posting: null,
      packageN: null,
      kind: 'label',
      copy: 1,
      ...bytes,
      createdAt: 1,
    });
    const good = backUp(db, backupsFolder(home), noon - hourMs);
    packSomething(db, '2-1', second);
    const bad = backUp(db, backupsFolder(home), noon);
    db.close();
    if (!good.ok || !bad.ok) throw new Error('no backup');
    writeFileSync(bad.value.file, readFileSync(bad.value.file).fill(0x55, 5000, 9000));
    writeFileSync(databaseFile(home), readFileSync(databaseFile(home)).fill(0x55, 4096, 9000));

    expect(openDatabase({ home, resourcesDir, now: () => noon })).toMatchObject({
      error: { code: 'damaged' },
    });
    expect(restoreNewestGoodBackup(home, noon)).toMatchObject({ error: { code: 'file-in-place' } });
    const damagedBytes = readFileSync(databaseFile(home));
    const aside = setDatabaseAside(home, 'damaged', noon);
    if (!aside.ok) throw new Error(aside.error.code);
    expect(readFileSync(join(aside.value.folder, 'bench.sqlite')).equals(damagedBytes)).toBe(true);
    expect(restoreNewestGoodBackup(home, noon)).toMatchObject({
      ok: true,
      value: { backup: { madeAt: noon - hourMs }, lastSeq: 1, passedOver: [{ file: bad.value.file }] },
    });

    const restored = openBench(home);
    expect(restored.databaseId).toBe(db.databaseId);
    expect(nextUnknown(restored, shop, noon, 10).map(({ subject }) => subject)).toEqual(['1-1', '2-1']);
    expect(unfinishedPrintJobs(restored)).toMatchObject([
      { state: 'doubtful', reason: 'restored-from-backup' },
    ]);
    packSomething(restored, '3-1', second);
    expect(fullCheck(restored)).toEqual({ ok: true, value: { events: 2, lastSeq: 2 } });
  });

  it('says that there is no good backup, and touches nothing while the bench is at work', () => {
    const home = temporaryHome();
    expect(restoreNewestGoodBackup(home, noon)).toEqual({
      ok: false,
      error: { code: 'no-good-backup', passedOver: [] },
    });
    openBench(home);
    expect(setDatabaseAside(home, 'damaged', noon)).toMatchObject({ error: { code: 'in-use' } });
    expect(restoreNewestGoodBackup(home, noon)).toMatchObject({ error: { code: 'in-use' } });
  });
});

describe('the WAL', () => {
  it('is emptied in an idle moment', () => {
    const db = openBench();
    packSomething(db, '1-1', first);
    expect(walBytes(db)).toBeGreaterThan(0);
    expect(checkpoint(db)).toBe(true);
    expect(walBytes(db)).toBe(0);
  });
});
