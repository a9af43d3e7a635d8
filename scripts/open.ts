// Builds what changed and opens the application with the Electron that set-up found.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildWhenStale } from './build/build-when-stale.ts';
import { ensureElectronRuntime, sandboxSwitches } from './ground/electron-runtime.ts';

const root = join(import.meta.dirname, '..');
buildWhenStale();
const { executable } = await ensureElectronRuntime((line) => process.stdout.write(`packbench: ${line}\n`));
const child = spawn(executable, [...sandboxSwitches(), root, ...process.argv.slice(2)], { stdio: 'inherit' });
process.on('SIGINT', () => child.kill('SIGINT'));
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
