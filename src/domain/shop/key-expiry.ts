/** Days before a key dies on which people are warned, and the day itself. */
export const keyWarningDays = [14, 7, 3, 1, 0] as const;
export type KeyWarningDays = (typeof keyWarningDays)[number];

const DAY_MS = 86_400_000;

/** How many whole days a key still lives; 0 on its last day, negative once it is dead. Both in epoch ms. */
export function keyDaysLeft(expiresAt: number, now: number): number {
  return Math.floor((expiresAt - now) / DAY_MS);
}

/** The nearest warning that is due for a key; null while it has more than two weeks. */
export function keyWarning(expiresAt: number, now: number): KeyWarningDays | null {
  const left = keyDaysLeft(expiresAt, now);
  return keyWarningDays.findLast((days) => left <= days) ?? null;
}
