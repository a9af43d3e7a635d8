import type { KeyKeeping } from '#contract/bench-view.ts';
import type { HostToStation, StationToHost } from '#contract/host-frames.ts';
import type { SecretKeeper } from './station-options.ts';

/** The secrets that main keeps for the station, and what main said of how it keeps them. */
export type HostSecrets = {
  readonly keeper: SecretKeeper;
  /** Takes main's first frame in. */
  started(frame: Extract<HostToStation, { host: 'start' }>): void;
  /** Takes main's answer to a secret in. */
  kept(frame: Extract<HostToStation, { host: 'kept' }>): void;
};

/** The name without a client id is how an environment without a keychain hands over the key of a bench's only shop. */
const given = 'ozon-api-key';
const nameOf = (clientId: string) => `${given}.${clientId}`;
/** No point stands in the name of an environment variable. */
const givenNameOf = (clientId: string) => `${given}-${clientId}`;

/** How long main may take to say how it keeps a secret, ms; one that is not heard of counts as kept in memory alone. */
const answerTimeoutMs = 5_000;

/** Keeps a shop's key with main, and knows of each whether it will be there after the next start of the application. */
export function createHostSecrets(
  post: (frame: StationToHost) => void,
  timeoutMs = answerTimeoutMs,
): HostSecrets {
  const secrets = new Map<string, string>();
  const inMemoryOnly = new Set<string>();
  const unreadable = new Set<string>();
  const waiting = new Map<string, () => void>();

  const givenFor = (clientId: string, isOnly: boolean) =>
    secrets.get(givenNameOf(clientId)) ?? (isOnly ? secrets.get(given) : undefined);

  function howKept(clientId: string, isOnly: boolean): KeyKeeping {
    const name = nameOf(clientId);
    if (secrets.has(name)) return inMemoryOnly.has(name) ? 'memory' : 'kept';
    if (givenFor(clientId, isOnly) !== undefined) return 'kept';
    return unreadable.has(name) ? 'unreadable' : 'missing';
  }

  return {
    keeper: {
      apiKeyOf: (clientId, isOnly) => secrets.get(nameOf(clientId)) ?? givenFor(clientId, isOnly) ?? null,
      howKept,
      keepApiKey(clientId, apiKey) {
        const name = nameOf(clientId);
        secrets.set(name, apiKey);
        inMemoryOnly.add(name);
        return new Promise((resolve) => {
          const timer = setTimeout(resolve, timeoutMs);
          waiting.set(name, () => {
            clearTimeout(timer);
            resolve();
          });
          post({ host: 'keep-secret', name, value: apiKey });
        });
      },
    },
    started(frame) {
      for (const [name, value] of Object.entries(frame.secrets)) secrets.set(name, value);
      for (const name of frame.inMemoryOnly) inMemoryOnly.add(name);
      for (const name of frame.unreadableSecrets) unreadable.add(name);
    },
    kept({ name, storage }) {
      if (storage === 'keychain') inMemoryOnly.delete(name);
      unreadable.delete(name);
      waiting.get(name)?.();
      waiting.delete(name);
    },
  };
}
