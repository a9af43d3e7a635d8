/** So many seeds have numbers of their own; the rest begin over. */
const RANGES = 900;

/**
 * How far the numbers of a seed's shop lie from those of seed 1, in shops: no two sellers of Ozon's share the number of a posting, a
 * product or a handover, so two shops of different seeds do not either.
 */
export function numberRange(seed: number): number {
  return Math.abs(seed - 1) % RANGES;
}

/** So many numbers of a kind lie between two shops. */
export const RANGE_SIZE = 10_000;

/** The how manieth order of its shop the next one is, from 0: what an order contains follows from that alone, and not from its number. */
export function ordinalOf({
  seed,
  counters,
}: {
  readonly seed: number;
  readonly counters: { order: number };
}): number {
  return counters.order - numberRange(seed) * RANGE_SIZE;
}
