import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from './project-dir.mjs';

/** The Node 24 that the project brings as a dependency; everything after set-up runs under it. */
export const node24 =
  [join(projectDir, 'node_modules/node/bin/node.exe'), join(projectDir, 'node_modules/node/bin/node')].find(
    (file) => existsSync(file),
  ) ?? join(projectDir, 'node_modules/node/bin/node');
