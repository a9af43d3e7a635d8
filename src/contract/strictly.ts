import { z } from 'zod';

/** An object that takes no other keys than these; a key that is misspelt is named with the one that was meant. */
export function strictly<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => unknownKey(key, known)).join('; ')
        : undefined,
  });
}

function unknownKey(key: string, known: readonly string[]): string {
  const meant = nearestKey(key, known);
  const help = meant === null ? `the fields are ${known.join(', ')}` : `is "${meant}" meant?`;
  return `"${key}" is no field here: ${help}`;
}

/** Other capitals, a forgotten or an added ending, or up to two wrong letters. */
function nearestKey(key: string, known: readonly string[]): string | null {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
  const given = plain(key);
  const alike = (name: string) =>
    given.length >= 3 && (plain(name).startsWith(given) || given.startsWith(plain(name)));
  const byDistance = known
    .map((name) => ({ name, distance: editDistance(given, plain(name)) }))
    .sort((a, b) => a.distance - b.distance)[0];
  if (byDistance !== undefined && byDistance.distance <= 2) return byDistance.name;
  return known.find(alike) ?? null;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
