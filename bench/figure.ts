/** One figure with what it should be. */
export type Figure = {
  /** What was measured, as a sentence without a verb. */
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'MB' | 'x' | '%';
  /** The most that it should be. */
  readonly goal: number;
  /** What stands beside it: other percentiles, counts, conditions. */
  readonly beside: Readonly<Record<string, unknown>>;
};

/** One thing that `npm run bench -- NAME` measures. */
export type Measure = {
  readonly name: string;
  readonly what: string;
  readonly run: () => Promise<readonly Figure[]>;
};

/** Is the figure as good as it should be? */
export function isMet({ value, goal }: Figure): boolean {
  return value <= goal;
}
