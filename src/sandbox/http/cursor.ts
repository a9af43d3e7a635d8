/** One page of a walk and how to go on. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly hasNext: boolean;
  /** Opaque; "" when there is nothing more. */
  readonly cursor: string;
}

/**
 * The page after `cursor` of items sorted by `keyOf`. The cursor carries the last key, so items that
 * appear or vanish between pages neither repeat nor hide others. An unreadable cursor gives null.
 */
export function pageAfter<Item>(
  sorted: readonly Item[],
  keyOf: (item: Item) => string,
  cursor: string,
  limit: number,
  descending = false,
): Page<Item> | null {
  const after = cursor === '' ? null : keyFrom(cursor);
  if (cursor !== '' && after === null) return null;
  const isAfter = (key: string, last: string): boolean => (descending ? key < last : key > last);
  const rest = after === null ? sorted : sorted.filter((item) => isAfter(keyOf(item), after));
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  const hasNext = rest.length > items.length;
  return { items, hasNext, cursor: hasNext && last !== undefined ? cursorOf(keyOf(last)) : '' };
}

/** A cursor that carries a key. */
export function cursorOf(key: string): string {
  return Buffer.from(`k:${key}`, 'utf8').toString('base64');
}

/** The key that a cursor carries; null for a text that is no cursor. */
export function keyFrom(cursor: string): string | null {
  const text = Buffer.from(cursor, 'base64').toString('utf8');
  return text.startsWith('k:') ? text.slice(2) : null;
}
