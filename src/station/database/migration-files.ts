import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Migration = {
  /** In tens, so that a correction can go between; the database carries the last one's as its `user_version`. */
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
};

const migrationName = /^(\d{4})_[a-z0-9_]+\.sql$/;

/**
 * The migrations of this version of the application in their order, from `<resourcesDir>/migrations`. Throws on a
 * file that is not named like one and on a number used twice: both are mistakes of ours.
 */
export function readMigrations(resourcesDir: string): readonly Migration[] {
  const folder = join(resourcesDir, 'migrations');
  const migrations = readdirSync(folder)
    .sort()
    .map((name) => {
      const number = Number(migrationName.exec(name)?.[1]);
      if (!Number.isInteger(number) || number < 1) throw new Error(`not a migration's name: ${name}`);
      const text = readFileSync(join(folder, name), 'utf8');
      return { number, name, text, sha256: hash('sha256', text) };
    });
  const doubled = migrations.find(({ number }, i) => i > 0 && migrations[i - 1]?.number === number);
  if (doubled !== undefined) throw new Error(`two migrations are numbered ${doubled.number}`);
  if (migrations.length === 0) throw new Error(`no migrations in ${folder}`);
  return migrations;
}

/** The newest shape of the file that this version of the application knows. */
export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.number ?? 0;
}
