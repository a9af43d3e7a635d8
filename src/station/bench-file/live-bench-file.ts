import type { BenchFile } from '#contract/bench-file.ts';
import { writeBenchFile } from './write-bench-file.ts';

/** The bench file as it is in force now; every part of the station asks it anew instead of keeping a copy. */
export type LiveBenchFile = {
  readonly current: () => BenchFile;
  /** Puts another one in force, on disk first. */
  readonly replace: (changed: BenchFile) => void;
};

/** Holds the bench file read from `path`. */
export function createLiveBenchFile(path: string, read: BenchFile): LiveBenchFile {
  let inForce = read;
  return {
    current: () => inForce,
    replace(changed) {
      writeBenchFile(path, changed);
      inForce = changed;
    },
  };
}
