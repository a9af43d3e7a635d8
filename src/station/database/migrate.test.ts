import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import { PostingStatus } from '#domain/posting/posting.ts';
import { checkBackup } from './check-backup.ts';
import { versionOf } from './migrate.ts';
import { readMigrations } from './migration-files.ts';
import { openDatabase } from './open-database.ts';
import * as schema from './schema.ts';
import { shopPosting, takeOver } from './testing/shop-postings.ts';
import { openBench, resourcesDir, temporaryHome } from './testing/temporary-bench.ts';

const now = () => 1_764_000_000_000;

function withMigration(name: string, text: string): string {
  const resources = temporaryHome();
  cpSync(join(resourcesDir, 'migrations'), join(resources, 'migrations'), { recursive: true });
  writeFileSync(join(resources, 'migrations', name), text);
  return resources;
}

describe('migrations', () => {
  it('build the tables that the typed schema describes, all of them STRICT', () => {
    const db = openBench();
    const tables = Object.values(schema).filter((value) => is(value, SQLiteTable));
    const columnsOf = db.sqlite
      .prepare<[string], string>('SELECT name FROM pragma_table_xinfo(?) ORDER BY name')
      .pluck();
    for (const table of tables) {
      const typed = Object.values(getTableColumns(table)).map(({ name }) => name);
      expect(columnsOf.all(getTableName(table)), getTableName(table)).toEqual(typed.sort());
    }
    const list = db.sqlite
      .prepare(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
      )
      .all();
    expect(list.length).toBe(tables.length + 1);
    expect(list).toEqual(list.map((row) => ({ ...Object(row), strict: 1 })));
  });

  it('leave room for every status that a posting can have', () => {
    const db = openBench();
    takeOver(db, ...PostingStatus.options.map((status) => shopPosting(`${status}-1`, { status })));
    expect(db.sqlite.prepare('SELECT count(*) AS n FROM posting').get()).toEqual({
      n: PostingStatus.options.length,
    });
  });

  it('make a verified backup of a file with data first, and record themselves', () => {
    const home = temporaryHome();
    const old = openBench(home);
    takeOver(old, shopPosting('1-1'));
    old.close();
    const resources = withMigration('0990_note.sql', 'CREATE TABLE note (a TEXT) STRICT;');
    const opened = openDatabase({ home, resourcesDir: resources, now });
    if (!opened.ok) throw new Error(opened.error.code);
    expect(opened.value.opening.migrations).toEqual(['0990_note.sql']);
    expect(versionOf(opened.value.sqlite)).toBe(990);
    const backup = opened.value.opening.backupFile ?? '';
    expect(backup).toContain('-before-0990.sqlite');
    expect(checkBackup(backup)).toMatchObject({
      ok: true,
      value: { version: readMigrations(resourcesDir).at(-1)?.number },
    });
    opened.value.close();
    expect(openDatabase({ home, resourcesDir, now })).toMatchObject({
      ok: false,
      error: { code: 'newer-database' },
    });
  });

  it('leave the file in its old shape, and usable, when one of them fails half-way', () => {
    const home = temporaryHome();
    openBench(home).close();
    const resources = withMigration(
      '0990_bad.sql',
      'CREATE TABLE note (a TEXT) STRICT; INSERT INTO nothing VALUES (1);',
    );
    expect(openDatabase({ home, resourcesDir: resources, now })).toMatchObject({
      ok: false,
      error: { code: 'migration-failed', migration: '0990_bad.sql' },
    });
    const db = openBench(home);
    expect(db.sqlite.prepare("SELECT name FROM sqlite_schema WHERE name = 'note'").get()).toBeUndefined();
  });

  it('go on where a start was cut off between two of them', () => {
    const home = temporaryHome();
    const resources = withMigration('0015_bad.sql', 'INSERT INTO nothing VALUES (1);');
    expect(openDatabase({ home, resourcesDir: resources, now }).ok).toBe(false);
    expect(openBench(home).opening.migrations.at(0)).toBe('0020_postings.sql');
  });

  it('refuse a file with a wrong name and a number used twice', () => {
    expect(() => readMigrations(withMigration('20_short.sql', ''))).toThrow(/not a migration's name/);
    expect(() => readMigrations(withMigration('0020_again.sql', ''))).toThrow(/two migrations/);
  });
});
