import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import type { BenchFile } from '#contract/bench-file.ts';

/**
 * Replaces a bench file so that a power cut leaves the old one or the new one, never half of either; the one before is
 * kept beside it as `.bak`. Throws when the folder cannot be written.
 */
export function writeBenchFile(file: string, bench: BenchFile): void {
  if (existsSync(file)) copyFileSync(file, `${file}.bak`);
  const fresh = `${file}.new`;
  const handle = openSync(fresh, 'w', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(bench, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(fresh, file);
}
