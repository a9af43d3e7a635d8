import { cpSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';

const root = join(import.meta.dirname, '..', '..');

/** Puts the station's SQL migrations beside the built station, at out/main/migrations. */
export function copyMigrations(): Plugin {
  return {
    name: 'copy-migrations',
    writeBundle() {
      for (const file of globSync('src/station/**/migrations/*.sql', { cwd: root })) {
        cpSync(join(root, file), join(root, 'out/main/migrations', basename(file)));
      }
    },
  };
}
