import type { AllowedValue } from './product-attribute.ts';

/** A text as people compare it: case, ё, spaces and quotes apart. */
export function comparable(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»"“”]/g, '')
    .replace(/[\s\u00a0]+/g, ' ');
}

/** Lists as they are compared, so that a long one is gone through once and not for each cell. */
const listed = new WeakMap<readonly AllowedValue[], ReadonlyMap<string, AllowedValue>>();

function asCompared(values: readonly AllowedValue[]): ReadonlyMap<string, AllowedValue> {
  const known = listed.get(values);
  if (known !== undefined) return known;
  const made = new Map<string, AllowedValue>();
  // The first of equal ones stands.
  for (const value of values) if (!made.has(comparable(value.text))) made.set(comparable(value.text), value);
  listed.set(values, made);
  return made;
}

/** The allowed value of the same text, as people compare it; null where there is none. The list must not change later. */
export function sameValue(text: string, values: readonly AllowedValue[]): AllowedValue | null {
  return asCompared(values).get(comparable(text)) ?? null;
}

/**
 * The allowed value that is most like a text, at most a third of it (and three letters) away; null where none is near. Of
 * equally near ones the first. The list must not change later.
 */
export function nearestValue(text: string, values: readonly AllowedValue[]): AllowedValue | null {
  const wanted = comparable(text).slice(0, 100);
  const bound = Math.min(Math.max(Math.floor(wanted.length / 3), 1), 3);
  let best: AllowedValue | null = null;
  let bestDistance = bound + 1;
  for (const [candidate, value] of asCompared(values)) {
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const distance = distanceBetween(wanted, candidate);
    if (distance < bestDistance) [best, bestDistance] = [value, distance];
  }
  return best;
}

/** Letters to change, add, leave out or swap with their neighbour (optimal string alignment). */
function distanceBetween(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return last[other.length] ?? 0;
}
