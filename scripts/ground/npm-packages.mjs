import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from './project-dir.mjs';
import { giveUp, say } from './say.mjs';
import { spawned } from './spawned.mjs';

/** Makes node_modules what package-lock.json says; does nothing when it already is. */
export async function ensureNpmPackages() {
  const reason = staleReason();
  if (reason === undefined) return;
  say(`installing the npm packages (${reason})`);
  const code = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) giveUp('npm ci failed; the lines above say why');
}

function staleReason() {
  const installedFile = join(projectDir, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return 'there is no node_modules yet';
  const wanted = JSON.parse(readFileSync(join(projectDir, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  for (const [folder, entry] of Object.entries(wanted)) {
    if (folder === '') continue;
    const present = installed[folder];
    // npm leaves out what is optional and made for another platform.
    if (present === undefined && (entry.optional || entry.devOptional || entry.peer)) continue;
    if (present?.version !== entry.version) return `${folder} is not at ${entry.version}`;
  }
  return undefined;
}

function runNpm(args) {
  const npmCli = process.env.npm_execpath;
  if (npmCli?.endsWith('.js')) return spawned(process.execPath, [npmCli, ...args], { cwd: projectDir });
  const windows = process.platform === 'win32';
  return spawned(windows ? 'npm.cmd' : 'npm', args, { cwd: projectDir, shell: windows });
}
