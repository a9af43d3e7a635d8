/** A repeatable source of choices: the same seed and topic always give the same run. */
export interface SeededRandom {
  /** A fraction in [0, 1). */
  fraction(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** One of the items; throws on an empty list, which is a bug of the caller. */
  pick<Item>(items: readonly Item[]): Item;
  /** `length` decimal digits, leading zeros allowed. */
  digits(length: number): string;
  /** `length` letters and digits, as serial numbers use them. */
  letters(length: number): string;
}

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';

/** Random choices that depend on nothing but `seed` (any whole number) and `topic` (FNV-1a into mulberry32). */
export function seededRandom(seed: number, topic: string): SeededRandom {
  let state = hashOf(`${seed} ${topic}`);
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (min: number, max: number): number => min + Math.floor(fraction() * (max - min + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[int(0, items.length - 1)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  const repeat = (length: number, one: () => string): string => Array.from({ length }, one).join('');
  return {
    fraction,
    int,
    pick,
    digits: (length) => repeat(length, () => String(int(0, 9))),
    letters: (length) => repeat(length, () => ALPHABET.charAt(int(0, ALPHABET.length - 1))),
  };
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
