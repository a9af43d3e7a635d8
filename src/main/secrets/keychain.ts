import { safeStorage } from 'electron';

/** Seals text with the system's keychain. */
export interface Keychain {
  /** The system's name for what seals, kept beside the sealed values: a change of it makes them unreadable. */
  readonly backend: string;
  seal(text: string): Promise<Buffer>;
  /** Throws when this keychain did not seal it or is locked. `isStale` asks to seal it again: the keychain has a new key. */
  open(sealed: Buffer): Promise<{ readonly text: string; readonly isStale: boolean }>;
}

/**
 * The system's keychain, or nothing where the system has none: on Linux without a keyring Electron would "encrypt"
 * with a fixed password, which protects nobody. Call after Electron is ready.
 */
export async function systemKeychain(): Promise<Keychain | undefined> {
  const backend = process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : process.platform;
  if (backend === 'basic_text' || backend === 'unknown') return undefined;
  // The asynchronous calls came with Electron 42; before that only the synchronous ones are there.
  if ('encryptStringAsync' in safeStorage && (await safeStorage.isAsyncEncryptionAvailable())) {
    return {
      backend,
      seal: (text) => safeStorage.encryptStringAsync(text),
      open: async (sealed) => {
        const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(sealed);
        return { text: result, isStale: shouldReEncrypt };
      },
    };
  }
  if (!safeStorage.isEncryptionAvailable()) return undefined;
  return {
    backend,
    seal: (text) => Promise.resolve(safeStorage.encryptString(text)),
    open: async (sealed) => ({ text: safeStorage.decryptString(sealed), isStale: false }),
  };
}
