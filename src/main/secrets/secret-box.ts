import { readFile, rename } from 'node:fs/promises';
import { z } from 'zod';
import type { SecretStorage } from '#contract/host-frames.ts';
import type { Keychain } from './keychain.ts';
import { replaceFile } from './replace-file.ts';

/** Each value stands with the keychain that sealed it: another one may turn it into nonsense without noticing. */
const secretsFileSchema = z.object({
  sealed: z.record(z.string(), z.object({ backend: z.string(), value: z.string() })),
});
type SecretsFile = z.infer<typeof secretsFileSchema>;

/** All secrets that could be had, and the names of those that are on disk but could not be opened this time. */
export interface OpenedSecrets {
  readonly secrets: Readonly<Record<string, string>>;
  readonly unreadable: readonly string[];
  /** Names of those that are gone when the application ends. */
  readonly inMemoryOnly: readonly string[];
}

/**
 * Keeps secrets (a shop's API key) sealed by the system's keychain in one file. Without a keychain nothing is ever
 * written: a secret lives in memory until the application ends, and `keep` says so. `PACKBENCH_SECRET_<NAME>` in the
 * environment supplies one at start on such a machine (`OZON_API_KEY` is the secret `ozon-api-key`).
 */
export class SecretBox {
  readonly #file: string;
  readonly #keychain: Keychain | undefined;
  readonly #inMemory: Map<string, string>;
  #writing: Promise<void> = Promise.resolve();

  constructor(file: string, keychain: Keychain | undefined, env: NodeJS.ProcessEnv = {}) {
    this.#file = file;
    this.#keychain = keychain;
    this.#inMemory = new Map(secretsOfEnvironment(env));
  }

  /**
   * Opens every secret. One that cannot be opened (a locked keychain, or another than sealed it) is named and stays on
   * disk; one whose keychain has a new key since is sealed with that.
   */
  async openAll(): Promise<OpenedSecrets> {
    const secrets: Record<string, string> = {};
    const unreadable: string[] = [];
    const stale: string[] = [];
    for (const [name, { backend, value }] of Object.entries((await this.#read()).sealed)) {
      try {
        if (this.#keychain?.backend !== backend) throw new Error('another keychain');
        const { text, isStale } = await this.#keychain.open(Buffer.from(value, 'base64'));
        secrets[name] = text;
        if (isStale) stale.push(name);
      } catch {
        // Any failure may be a passing one: the value is asked for again, and never wiped.
        unreadable.push(name);
      }
    }
    // One that could not be sealed anew is still sealed as it was.
    await Promise.all(
      stale.map((name) => this.#writeNext(name, secrets[name] ?? null).catch(() => undefined)),
    );
    return {
      secrets: { ...secrets, ...Object.fromEntries(this.#inMemory) },
      unreadable: unreadable.filter((name) => !this.#inMemory.has(name)),
      inMemoryOnly: [...this.#inMemory.keys()],
    };
  }

  /**
   * Keeps a secret, or forgets it when `value` is null, and answers where: without a keychain, or with one that does not
   * take it, a secret lives in memory until the application ends. Writes are done one after the other.
   */
  async keep(name: string, value: string | null): Promise<SecretStorage> {
    if (value === null) this.#inMemory.delete(name);
    else this.#inMemory.set(name, value);
    try {
      await this.#writeNext(name, value);
    } catch {
      return 'memory';
    }
    if (this.#keychain === undefined) return 'memory';
    if (this.#inMemory.get(name) === value) this.#inMemory.delete(name);
    return 'keychain';
  }

  #writeNext(name: string, value: string | null): Promise<void> {
    const write = this.#writing.then(() => this.#write(name, value));
    this.#writing = write.catch(() => undefined);
    return write;
  }

  async #write(name: string, value: string | null): Promise<void> {
    const { sealed } = await this.#read();
    if (this.#keychain && value !== null) {
      const { backend } = this.#keychain;
      sealed[name] = { backend, value: (await this.#keychain.seal(value)).toString('base64') };
    } else if (name in sealed) {
      delete sealed[name];
    } else {
      return;
    }
    const content: SecretsFile = { sealed };
    await replaceFile(this.#file, `${JSON.stringify(content, null, 2)}\n`);
  }

  async #read(): Promise<SecretsFile> {
    let text: string;
    try {
      text = await readFile(this.#file, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { sealed: {} };
      throw error;
    }
    const parsed = secretsFileSchema.safeParse(parsedJson(text));
    if (parsed.success) return parsed.data;
    // A damaged file is set aside, never deleted; the secrets are asked for again.
    await rename(this.#file, `${this.#file}.damaged`);
    return { sealed: {} };
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const environmentPrefix = 'PACKBENCH_SECRET_';

function secretsOfEnvironment(env: NodeJS.ProcessEnv): [string, string][] {
  return Object.entries(env).flatMap(([name, value]) =>
    name.startsWith(environmentPrefix) && value
      ? [[name.slice(environmentPrefix.length).toLowerCase().replaceAll('_', '-'), value] as [string, string]]
      : [],
  );
}
