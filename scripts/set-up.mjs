// Makes a fresh clone ready. Runs under Node 20 before anything is installed: Node's own modules only.
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureSystemPackages } from './ground/debian-packages.mjs';
import { node24 } from './ground/node-24.mjs';
import { ensureNpmPackages } from './ground/npm-packages.mjs';
import { projectDir } from './ground/project-dir.mjs';
import { giveUp } from './ground/say.mjs';
import { spawned } from './ground/spawned.mjs';

/**
 * Brings what is missing: npm packages, system packages (also those of the tests when `tests`), and an Electron to run.
 * A second call takes well under a second.
 */
export async function setUp({ tests = false } = {}) {
  if (Number(process.versions.node.split('.')[0]) < 20)
    giveUp(`Node 20 or later is needed, this is ${process.version}`);
  await ensureNpmPackages();
  await ensureSystemPackages({ tests });
  const runtime = await spawned(node24, [join(projectDir, 'scripts/ground/electron-runtime.ts')]);
  if (runtime !== 0) giveUp('set-up stopped; the line above says why');
}

if (realpathSync(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  await setUp({ tests: process.argv.includes('--tests') });
}
