/** Equal readings in a row that make a weight stand still, where the protocol does not say so. */
const EQUAL_READINGS = 3;
/** And the time they must span, ms. */
const STILL_FOR_MS = 400;

export type StillnessOptions = {
  /** Readings that differ by no more are equal, mg. */
  readonly divisionMg: number;
};

/**
 * Finds out whether a weight stands still for protocols whose frames do not say: three readings in a row within one
 * division, over at least 0.4 s. Returns the judge; `forget` after anything that was no weight.
 */
export function createStillness({ divisionMg }: StillnessOptions): {
  readonly isStill: (mg: number, atMs: number) => boolean;
  readonly forget: () => void;
} {
  let first: { readonly mg: number; readonly atMs: number } | null = null;
  let count = 0;
  return {
    isStill: (mg, atMs) => {
      if (first === null || Math.abs(mg - first.mg) > divisionMg) {
        first = { mg, atMs };
        count = 1;
        return false;
      }
      count += 1;
      return count >= EQUAL_READINGS && atMs - first.atMs >= STILL_FOR_MS;
    },
    forget: () => {
      first = null;
      count = 0;
    },
  };
}
