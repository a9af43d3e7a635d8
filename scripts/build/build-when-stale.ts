import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const stampFile = join(root, 'out/sources.sha256');
const builtFrom = ['src/**/*', 'resources/**/*', 'electron.vite.config.ts', 'package-lock.json'];
const outputs = [
  'out/main/main.js',
  'out/main/station.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
];

/** Builds main, station, preload and window into `out/` when a source changed since the last build; says so in a line. */
export function buildWhenStale(): void {
  const sources = digestOfSources();
  const built = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (built === sources && outputs.every((file) => existsSync(join(root, file)))) return;
  process.stdout.write('packbench: building the application\n');
  const electronVite = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  execFileSync(process.execPath, [electronVite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stampFile, sources);
}

/** Names, sizes and times of the sources: enough to notice a change, a new file and a deleted one. */
function digestOfSources(): string {
  const hash = createHash('sha256');
  for (const file of globSync(builtFrom, { cwd: root }).sort()) {
    const { size, mtimeMs } = statSync(join(root, file));
    if (!/\.test\.tsx?$/.test(file)) hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

if (import.meta.main) buildWhenStale();
