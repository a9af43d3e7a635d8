import { z } from 'zod';
import { StationProblem } from './station-problem.ts';

/**
 * Frames between main and the station about the process itself. They carry the key `host`, which no frame of a window
 * has, and main never relays them.
 */

/** Where main keeps secrets: sealed by the system's keychain on disk, or only in memory until the application ends. */
export const secretStorageSchema = z.enum(['keychain', 'memory']);
export type SecretStorage = z.infer<typeof secretStorageSchema>;

const secretName = z.string().regex(/^[a-z0-9.-]{1,80}$/);

/** From main to the station. `start` is the first frame; `kept` answers `keep-secret`. */
export const hostToStationSchema = z.discriminatedUnion('host', [
  z.object({
    host: z.literal('start'),
    secrets: z.record(secretName, z.string()),
    /** Names whose value no keychain took: it is gone when the application ends. */
    inMemoryOnly: z.array(secretName),
    /** Names whose sealed value could not be opened this time: ask the person again, nothing was wiped. */
    unreadableSecrets: z.array(secretName),
  }),
  /** `memory`: there is no keychain, or it did not take the secret. */
  z.object({ host: z.literal('kept'), name: secretName, storage: secretStorageSchema }),
  /** The computer woke up: connections that looked alive may be dead, and the shop's news is old. */
  z.object({ host: z.literal('power'), state: z.literal('resume') }),
  z.object({ host: z.literal('stop') }),
]);
export type HostToStation = z.infer<typeof hostToStationSchema>;

/**
 * From the station to main. `ready` makes the status `up`; `failed` is the last frame of a station that cannot run, which
 * then waits for `stop`; `value: null` forgets a secret.
 */
export const stationToHostSchema = z.discriminatedUnion('host', [
  z.object({ host: z.literal('ready') }),
  z.object({ host: z.literal('failed'), problem: StationProblem }),
  z.object({ host: z.literal('keep-secret'), name: secretName, value: z.string().max(4096).nullable() }),
]);
export type StationToHost = z.infer<typeof stationToHostSchema>;
