import { existsSync } from 'node:fs';

/** The station's worker threads; each has a file of its own in this folder and an entry of its own in the bundle. */
export type WorkerName = `${string}-worker`;

/**
 * Where a worker's file lies. Run from sources it is the `.ts` file in this folder; bundled it is the `.js` file in
 * the folder of the entry, whether this code ended up in the entry itself or in a chunk one folder below.
 * `base` is the address of the calling module, given only by tests.
 */
export function workerFile(name: WorkerName, base: string = import.meta.url): URL {
  if (base.endsWith('.ts')) return new URL(`./${name}.ts`, base);
  const beside = new URL(`./${name}.js`, base);
  return existsSync(beside) ? beside : new URL(`../${name}.js`, base);
}
