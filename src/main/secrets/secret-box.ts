import { readFile, rename } from 'node:fs/promises';
import { z } from 'zod';
import type { SecretStorage } from '#contract/host-frames.ts';
import type { Keychain } from './keychain.ts';
import { replaceFile } from './replace-file.ts';

const secretsFileSchema = z.object({ backend: z.string(), sealed: z.record(z.string(), z.string()) });
type SecretsFile = z.infer<typeof secretsFileSchema>;

/** All secrets that could be had, and the names of those that are on disk but could not be opened this time. */
export interface OpenedSecrets {
  readonly secrets: Readonly<Record<string, string>>;
  readonly unreadable: readonly string[];
}

/**
 * Keeps secrets (a shop's API key) sealed by the system's keychain in one file. Without a keychain nothing is ever
 * written: a secret lives in memory until the application ends, and `storage` says so. `PACKBENCH_SECRET_<NAME>` in the
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

  get storage(): SecretStorage {
    return this.#keychain ? 'keychain' : 'memory';
  }

  /** Opens every secret. One that cannot be opened (locked or changed keychain) is named and stays on disk. */
  async openAll(): Promise<OpenedSecrets> {
    const secrets: Record<string, string> = {};
    const unreadable: string[] = [];
    for (const [name, sealed] of Object.entries((await this.#read()).sealed)) {
      try {
        if (!this.#keychain) throw new Error('no keychain');
        secrets[name] = await this.#keychain.open(Buffer.from(sealed, 'base64'));
      } catch {
        // Any failure may be a passing one: the value is asked for again, and never wiped.
        unreadable.push(name);
      }
    }
    return { secrets: { ...secrets, ...Object.fromEntries(this.#inMemory) }, unreadable };
  }

  /** Keeps a secret, or forgets it when `value` is null. Writes are done one after the other. */
  keep(name: string, value: string | null): Promise<void> {
    this.#inMemory.delete(name);
    if (!this.#keychain && value !== null) this.#inMemory.set(name, value);
    const write = this.#writing.then(() => this.#write(name, value));
    this.#writing = write.catch(() => undefined);
    return write;
  }

  async #write(name: string, value: string | null): Promise<void> {
    const { sealed } = await this.#read();
    if (this.#keychain && value !== null) {
      sealed[name] = (await this.#keychain.seal(value)).toString('base64');
    } else if (name in sealed) {
      delete sealed[name];
    } else {
      return;
    }
    const content: SecretsFile = { backend: this.#keychain?.backend ?? 'none', sealed };
    await replaceFile(this.#file, `${JSON.stringify(content, null, 2)}\n`);
  }

  async #read(): Promise<SecretsFile> {
    let text: string;
    try {
      text = await readFile(this.#file, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
        return { backend: '', sealed: {} };
      throw error;
    }
    const parsed = secretsFileSchema.safeParse(parsedJson(text));
    if (parsed.success) return parsed.data;
    // A damaged file is set aside, never deleted; the secrets are asked for again.
    await rename(this.#file, `${this.#file}.damaged`);
    return { backend: '', sealed: {} };
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
