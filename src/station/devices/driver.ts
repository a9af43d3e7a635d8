import type { DriverReport } from './health.ts';
import type { CloseReason, Connection } from './transports/transport.ts';

/**
 * A small state machine over bytes. The supervisor calls it: `opened` with each new connection, `received` with what
 * comes, `closed` exactly once after each `opened`. It never opens anything itself.
 */
export type Driver<C extends Connection = Connection> = {
  readonly opened: (connection: C) => void;
  readonly received: (bytes: Uint8Array) => void;
  readonly closed: (reason: CloseReason) => void;
};

/** How a driver tells the supervisor what it has learnt; until the first report a device counts as connecting. */
export type Report = (report: DriverReport) => void;
