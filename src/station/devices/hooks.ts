import type { DeviceHealth } from './health.ts';
import type { HidPort } from './hid/hid-port.ts';
import type { HalfJobNote } from './printers/half-job-note.ts';
import type { ScaleReading } from './scales/reading.ts';
import type { Scan } from './scanners/scan.ts';
import type { SupervisorContext } from './supervisor.ts';

/** Whom the devices tell, and the clocks they are given. */
export type DevicesHooks = {
  readonly onScan: (scan: Scan) => void;
  readonly onReading: (reading: ScaleReading) => void;
  readonly onHealth: (health: DeviceHealth) => void;
  /** Epoch ms. */
  readonly now: () => number;
  /** Monotonic ms. */
  readonly monotonicMs: () => number;
  /** In [0, 1), for the jitter of the pauses; the system's unless told. */
  readonly random?: () => number;
  /** Scales the pauses between openings; 1 unless a test is in a hurry. */
  readonly pauseFactor?: number;
  /** The computer's USB HID devices; the system's unless told. */
  readonly hid?: HidPort;
  /** Where it is kept that a printer may hold half a job; in memory unless told. */
  readonly halfJobOf?: (device: string, at: string) => HalfJobNote;
};

/** What a supervisor needs of the hooks. */
export function supervisorContext({
  onHealth,
  now,
  monotonicMs,
  random = Math.random,
  pauseFactor = 1,
}: DevicesHooks): SupervisorContext {
  return { onHealth, now, monotonicMs, random, pauseFactor };
}
