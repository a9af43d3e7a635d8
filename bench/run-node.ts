import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Runs one of the project's files to its end, behind `before` (a command that takes a command). Throws when it fails. */
export function runNode(before: readonly string[], file: string, ...args: readonly string[]): void {
  const [command = '', ...rest] = [...before, process.execPath, join(root, file), ...args];
  const ran = spawnSync(command, rest, { cwd: root, stdio: ['ignore', 2, 2] });
  if (ran.status !== 0) throw new Error(`${file} failed: ${ran.error?.message ?? `exit code ${ran.status}`}`);
}

/** Builds the application where a source has changed since the last build. */
export function buildApplication(): void {
  runNode([], 'scripts/build/build-when-stale.ts');
}
