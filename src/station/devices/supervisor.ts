import { guarded } from '../guarded.ts';
import type { Driver, Report } from './driver.ts';
import type { DeviceHealth, DeviceKind, HealthDetail } from './health.ts';
import { reopenPauseMs } from './reopen-pause.ts';
import type { CloseReason, Connection, Transport } from './transports/transport.ts';

export type Supervisor = {
  readonly health: () => DeviceHealth;
  /** Stops watching and closes; settles when the connection is closed and nothing is left running. */
  readonly stop: () => Promise<void>;
};

export type SupervisedDevice<C extends Connection, D extends Driver<C>> = {
  readonly device: string;
  /** How people call it. */
  readonly name?: string;
  readonly kind: DeviceKind;
  readonly at: string;
  readonly transport: Transport<C>;
  readonly createDriver: (report: Report) => D;
};

export type SupervisorContext = {
  /** Called on every change of state or detail, and never for a repetition. */
  readonly onHealth: (health: DeviceHealth) => void;
  /** Epoch ms. */
  readonly now: () => number;
  /** Monotonic ms. */
  readonly monotonicMs: () => number;
  /** In [0, 1), for the jitter of the pauses. */
  readonly random: () => number;
  /** Scales the pauses between openings; 1 unless a test is in a hurry. */
  readonly pauseFactor?: number;
};

/** A connection that lasted this long counts as a success: the pauses start small again. */
const LASTED_MS = 2_000;

/**
 * Opens a device, watches it and opens it again with growing pauses for as long as it takes, and tells how it is.
 * Device trouble is never an exception here, whatever the device does.
 */
export function superviseDevice<C extends Connection, D extends Driver<C>>(
  { device, name, kind, at, transport, createDriver }: SupervisedDevice<C, D>,
  context: SupervisorContext,
): Supervisor & { readonly driver: D } {
  let health: DeviceHealth = {
    device,
    ...(name === undefined ? {} : { name }),
    kind,
    at,
    state: 'connecting',
    sinceAt: context.now(),
    detail: null,
    technical: null,
  };
  let connection: C | null = null;
  let openedAtMs: number | null = null;
  let failuresInARow = 0;
  let pause: ReturnType<typeof setTimeout> | null = null;
  let opening: Promise<void> = Promise.resolve();
  let isStopped = false;

  const publish = (state: DeviceHealth['state'], detail: HealthDetail | null, technical: string | null) => {
    if (isStopped || (health.state === state && health.detail === detail)) return;
    health = { ...health, state, detail, technical, sinceAt: context.now() };
    context.onHealth(health);
  };
  const driver = createDriver((report) => {
    if (openedAtMs !== null) publish(report.state, report.detail, report.technical ?? null);
  });
  const opened = guarded(device, (connected: C) => driver.opened(connected));
  const received = guarded(device, (bytes: Uint8Array) => driver.received(bytes));
  const ended = guarded(device, (reason: CloseReason) => driver.closed(reason));

  const reopenLater = () => {
    if (isStopped) return;
    const pauseMs = reopenPauseMs(failuresInARow, context.random()) * (context.pauseFactor ?? 1);
    failuresInARow += 1;
    pause = setTimeout(openNow, pauseMs);
  };
  const closed = (reason: CloseReason) => {
    if (openedAtMs === null) return;
    if (context.monotonicMs() - openedAtMs >= LASTED_MS) failuresInARow = 0;
    openedAtMs = null;
    connection = null;
    ended(reason);
    if (reason.code === 'by-us' && !isStopped) return openNow();
    publish('away', 'connection-lost', reason.technical);
    reopenLater();
  };
  const open = async () => {
    // The line may speak or break before `open` has settled here; the driver must see `opened` first.
    const early: { bytes: Uint8Array[]; end: CloseReason | null } = { bytes: [], end: null };
    const line = await transport.open({
      onData: (bytes) => {
        if (openedAtMs === null) early.bytes.push(bytes);
        else received(bytes);
      },
      onClose: (reason) => {
        if (openedAtMs === null) early.end = reason;
        else closed(reason);
      },
    });
    if (!line.ok) {
      publish('away', line.error.code, line.error.technical);
      reopenLater();
      return;
    }
    if (isStopped) {
      await line.value.close();
      return;
    }
    connection = line.value;
    openedAtMs = context.monotonicMs();
    opened(line.value);
    for (const bytes of early.bytes) received(bytes);
    if (early.end !== null) closed(early.end);
  };
  const openNow = () => {
    pause = null;
    opening = open();
  };

  context.onHealth(health);
  openNow();
  return {
    driver,
    health: () => health,
    stop: async () => {
      isStopped = true;
      if (pause !== null) clearTimeout(pause);
      await opening;
      await connection?.close();
    },
  };
}
