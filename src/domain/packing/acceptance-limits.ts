import { z } from 'zod';

/**
 * What the point that takes a posting in accepts of one parcel: g, and the three edges in mm, the longest first. Null where it sets no
 * bound. They are limits, not a finding: a parcel has yet to be held against them.
 */
export const AcceptanceLimits = z.object({
  minWeightG: z.number().positive().nullable(),
  maxWeightG: z.number().positive().nullable(),
  edgesMm: z.tuple([
    z.number().positive().nullable(),
    z.number().positive().nullable(),
    z.number().positive().nullable(),
  ]),
});
export type AcceptanceLimits = z.infer<typeof AcceptanceLimits>;

/** How a parcel is beyond a limit, in whole g or mm. */
export const LimitBreach = z.object({
  kind: z.enum(['too-heavy', 'too-light', 'too-large']),
  limit: z.int(),
  by: z.int(),
});
export type LimitBreach = z.infer<typeof LimitBreach>;

/**
 * Edges as limits: sorted from the longest, as a parcel may be turned; an edge without a bound (null) takes the longest edge of
 * a parcel.
 */
export function sortedEdges(
  edges: readonly [number | null, number | null, number | null],
): AcceptanceLimits['edgesMm'] {
  const [a, b, c] = edges;
  const [first = null, second = null, third = null] = [a, b, c].toSorted(
    (one, other) => (other ?? Number.POSITIVE_INFINITY) - (one ?? Number.POSITIVE_INFINITY) || 0,
  );
  return [first, second, third];
}

/**
 * The first limit that a parcel is beyond, weight before size; null where it is within all of them. A weight (g) or outer
 * size (mm) that is not known is beyond none.
 */
export function limitBreach(
  limits: AcceptanceLimits | null,
  parcel: {
    readonly weightG: number | null;
    readonly outerMm: readonly [number, number, number] | null;
  },
): LimitBreach | null {
  if (limits === null) return null;
  const { weightG, outerMm } = parcel;
  const { maxWeightG, minWeightG } = limits;
  if (weightG !== null && maxWeightG !== null && weightG > maxWeightG)
    return breach('too-heavy', maxWeightG, weightG - maxWeightG);
  if (weightG !== null && minWeightG !== null && weightG < minWeightG)
    return breach('too-light', minWeightG, minWeightG - weightG);
  const edges = outerMm === null ? [] : [...outerMm].sort((one, other) => other - one);
  const beyond = edges.flatMap((edge, index) => {
    const limit = limits.edgesMm[index] ?? null;
    return limit !== null && edge > limit ? [breach('too-large', limit, edge - limit)] : [];
  });
  return beyond.toSorted((one, other) => other.by - one.by)[0] ?? null;
}

/** A difference that rounds to nothing is still one. */
function breach(kind: LimitBreach['kind'], limit: number, by: number): LimitBreach {
  return { kind, limit: Math.round(limit), by: Math.max(1, Math.round(by)) };
}
