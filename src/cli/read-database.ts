import { Option } from 'commander';
import { databaseFile } from '#station/database/open-database.ts';
import { openReadOnly, type ReadOnlyDatabase } from '#station/database/open-read-only.ts';
import { defaultHome } from './project.ts';
import { giveUp } from './say.ts';

/** `--home`, with the application's own folder as the default. */
export function homeOption(): Option {
  return new Option('--home <dir>', "the bench's home folder").default(defaultHome());
}

/** Reads beside a running station, without ever blocking it; ends the command when there is nothing to read. */
export function withDatabase<Value>(home: string, read: (db: ReadOnlyDatabase) => Value): Value {
  const db = openReadOnly(databaseFile(home));
  if (!db.ok) giveUp(`${db.error.file}: cannot be read (${db.error.detail})`);
  try {
    return read(db.value);
  } finally {
    db.value.close();
  }
}
