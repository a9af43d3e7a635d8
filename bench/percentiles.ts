/** What a set of measured values comes to, in their unit. */
export type Spread = {
  readonly count: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
};

/** Sums values up by nearest rank: p99 is a value that was measured, and 99 % were no larger. Throws without values. */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new Error('nothing was measured');
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (share: number) => rounded(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  return { count: sorted.length, p50: rank(0.5), p90: rank(0.9), p99: rank(0.99), max: rank(1) };
}

/** Two digits behind the point: finer than any of the clocks' noise. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
