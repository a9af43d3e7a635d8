import { z } from 'zod';
import { StationProblem } from './station-problem.ts';

/**
 * How the station is, as main sees it. `restarts` counts the restarts since main started. After `up` with a higher
 * count than before, a window asks again for everything it shows. `gave-up` means that the station died four times
 * within a minute, or said why it cannot run (`problem`), and main stopped trying; a person restarts it.
 */
export const stationStatusSchema = z.object({
  state: z.enum(['starting', 'up', 'down', 'gave-up']),
  restarts: z.number().int().nonnegative(),
  problem: StationProblem.optional(),
});
export type StationStatus = z.infer<typeof stationStatusSchema>;

/** What main hands to the window's bridge over the port: a station's frame, unread, or the station's status. */
export const windowMessageSchema = z.union([
  z.object({ frame: z.unknown() }).strict(),
  z.object({ stationStatus: stationStatusSchema }).strict(),
]);
export type WindowMessage = { readonly frame: unknown } | { readonly stationStatus: StationStatus };

/** Channels between the preload script and main; the window itself never sees one. */
export const connectChannel = 'packbench:connect';
export const portChannel = 'packbench:port';
export const restartChannel = 'packbench:restart-station';

/** What the preload script offers the window as `window.packbench`. Each `on...` answers a function that unsubscribes. */
export interface PackbenchBridge {
  /** Sends one frame to the station. It is dropped while the station is `down` or `gave-up`. */
  request(frame: unknown): void;
  /** Calls back for every frame of the station: answers and events. */
  onFrame(listener: (frame: unknown) => void): () => void;
  /** Calls back at once with the last known status, then at every change. */
  onStationStatus(listener: (status: StationStatus) => void): () => void;
  /** Asks main to start the station again after it gave up. */
  restartStation(): void;
}
