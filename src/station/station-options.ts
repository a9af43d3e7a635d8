import type { BenchFile } from '#contract/bench-file.ts';
import type { KeyKeeping } from '#contract/bench-view.ts';

/** Where main keeps a secret, or refuses to; in the command line's station there is no such place. */
export type SecretKeeper = {
  /**
   * The API key of a shop, by the shop's client id; null where none is kept. `isOnly`: the bench has no other shop, so that a
   * key which was given without a client id can only be meant for this one.
   */
  apiKeyOf(clientId: string, isOnly: boolean): string | null;
  /** How that key is kept: will it be there after the next start? */
  howKept(clientId: string, isOnly: boolean): KeyKeeping;
  /** Keeps it, and settles when it is known how; see {@link SecretKeeper.howKept}. */
  keepApiKey(clientId: string, apiKey: string): Promise<void>;
};

export type StationOptions = {
  /** The bench's home folder: database, labels, logs and backups; made when absent. */
  readonly home: string;
  /** The bench file's path; read at start and replaced when settings are saved. */
  readonly benchFilePath: string;
  readonly benchFile: BenchFile;
  /** The folder with `migrations/`. */
  readonly resourcesDir: string;
  readonly version: string;
  readonly secrets: SecretKeeper;
  /** Epoch ms. */
  readonly now: () => number;
  /** Monotonic ms. */
  readonly monotonicMs: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  /** The shop is the demo's stand-in. */
  readonly isDemo: boolean;
};
