import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** The project's folder, where `resources` lies. */
export const projectDir = resolve(import.meta.dirname, '..', '..');

/** The folder with the database's migrations. */
export const resourcesDir = join(projectDir, 'resources');

/** The version in package.json. */
export const version = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8'))).version;

/** Where the bench's data lies unless told: the same folder as the application's. */
export function defaultHome(): string {
  const base =
    process.platform === 'win32'
      ? (process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'))
      : process.platform === 'darwin'
        ? join(homedir(), 'Library', 'Application Support')
        : (process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'));
  return join(base, 'packbench', 'bench');
}
