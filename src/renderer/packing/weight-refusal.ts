import type { SessionView } from '#contract/bench-view.ts';

type Refusal = NonNullable<SessionView['weightRefusal']>;

/** Which sentence says how the weight is off, and its figures. */
export function toWeightRefusal(
  refusal: Refusal,
): readonly ['heavy' | 'light' | 'extra' | 'missing', Readonly<Record<string, string | number>>] {
  const isHeavy = refusal.weightG > refusal.expectedG;
  const differenceG = Math.round(Math.abs(refusal.weightG - refusal.expectedG));
  const product = refusal.explainedByName;
  if (product === null) return [isHeavy ? 'heavy' : 'light', { differenceG }];
  return [isHeavy ? 'extra' : 'missing', { differenceG, product }];
}
