import { readCode } from './read-code.ts';
import type { WedgeKey } from './wedge-key.ts';

/** A key that may belong to a scan. */
export interface TrailKey<Key extends WedgeKey> {
  readonly key: Key;
  /** What it types; empty for digits of an Alt sequence whose character is not complete. */
  text: string;
  /** Milliseconds since the key before, per key pressed; null for the first. */
  readonly gapMs: number | null;
  /** True once the key went back to the window as a person's. */
  released: boolean;
}

/** Keys from this number on can prove a scan by their speed alone. */
const provingKeys = 4;

/** No person types four keys with less than this between them on average. */
const provingMeanMs = 30;

/** A gap as long as this proves nothing, even between fast ones. */
const provingGapMs = 50;

/** True if the last keys came faster than a person can type. */
export function isProvenBySpeed(trail: readonly TrailKey<WedgeKey>[]): boolean {
  const gaps = trail.slice(1 - provingKeys).map(({ gapMs }) => gapMs ?? Number.POSITIVE_INFINITY);
  if (trail.length < provingKeys || gaps.some((gapMs) => gapMs > provingGapMs)) return false;
  return mean(gaps) <= provingMeanMs;
}

/** The fewest characters that a slow scanner's code must have: `PB-OK`. */
const slowLength = 5;

/**
 * True if keys that a person could have typed were a slow scanner's after all, now that a suffix has come. Outside a text
 * field there is nothing else they could be; inside one the rhythm must be even and the text unmistakably a code.
 */
export function isSlowScan(trail: readonly TrailKey<WedgeKey>[], inTextField: boolean): boolean {
  const text = textOf(trail);
  if (text.length < slowLength) return false;
  return !inTextField || (isEven(trail) && isUnmistakable(text));
}

function isEven(trail: readonly TrailKey<WedgeKey>[]): boolean {
  const gaps = trail.flatMap(({ gapMs }) => (gapMs === null ? [] : [gapMs]));
  return Math.max(...gaps) <= 1.5 * mean(gaps) + 10;
}

function isUnmistakable(text: string): boolean {
  const reading = readCode(text);
  if (reading.kind === 'text') return /^(\d{6,}-\d{4}-\d{1,3}|%\d+%\d+|OZN\d{6,})$/.test(reading.text);
  return reading.kind !== 'unreadable';
}

/** The characters of a trail. */
export function textOf(trail: readonly TrailKey<WedgeKey>[]): string {
  return trail.map(({ text }) => text).join('');
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
