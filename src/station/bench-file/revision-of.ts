import { createHash } from 'node:crypto';
import type { BenchFile } from '#contract/bench-file.ts';

/**
 * The state of what the settings screen replaces in a bench file, and whose it is: the demo has a database of its own,
 * so its settings never fit the real bench. Language and shops are changed on other ways and do not count.
 */
export function revisionOf(benchFile: BenchFile, databaseId: string): string {
  const { language: _, shops: __, ...replaced } = benchFile;
  return createHash('sha256')
    .update(JSON.stringify([databaseId, replaced]))
    .digest('hex')
    .slice(0, 32);
}
