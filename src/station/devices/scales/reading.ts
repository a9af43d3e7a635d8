/**
 * What a scale says at one moment. `zero`, `ok` and `negative` are stable, `unstable` still moves; only these four carry
 * a weight, in integer tenths of a gram. Everything else says that there is no weight, and clears an earlier one.
 */
export type ScaleReading =
  | {
      readonly status: 'ok' | 'zero' | 'negative';
      readonly tenthsG: number;
      readonly stable: true;
      /** A tare that nobody knows was taken off: no weight of a parcel. */
      readonly isNet: boolean;
      readonly atMs: number;
    }
  | {
      readonly status: 'unstable';
      readonly tenthsG: number;
      readonly stable: false;
      readonly isNet: boolean;
      readonly atMs: number;
    }
  | {
      readonly status: NoWeight;
      readonly tenthsG: null;
      readonly stable: false;
      readonly isNet: false;
      /** When it arrived, monotonic ms. */
      readonly atMs: number;
    };

export type NoWeight = 'overload' | 'underload' | 'busy' | 'error' | 'no-answer';

export type ScaleStatus = ScaleReading['status'];

/** How long a reading may be used, ms. */
export const READING_LIFE_MS = 2_000;

/** Whether a reading is still the truth; `nowMs` is monotonic, as the reading's own time is. */
export function isReadingFresh(reading: ScaleReading, nowMs: number): boolean {
  return nowMs - reading.atMs >= 0 && nowMs - reading.atMs < READING_LIFE_MS;
}

/** A weight as a reading; `tenthsG` in integer tenths of a gram, `atMs` monotonic. */
export function weightReading(
  tenthsG: number,
  isStable: boolean,
  atMs: number,
  isNet: boolean = false,
): ScaleReading {
  if (!isStable) return { status: 'unstable', tenthsG, stable: false, isNet, atMs };
  const status = tenthsG === 0 ? 'zero' : tenthsG < 0 ? 'negative' : 'ok';
  return { status, tenthsG, stable: true, isNet, atMs };
}

/** A reading that says there is no weight, and why; `atMs` monotonic. */
export function noWeight(status: NoWeight, atMs: number): ScaleReading {
  return { status, tenthsG: null, stable: false, isNet: false, atMs };
}
