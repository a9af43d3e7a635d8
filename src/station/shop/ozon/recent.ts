/** Remembers a value per key, for a while and for a bounded number of keys; the oldest are forgotten first. */
export interface Recent<Value> {
  /** The value, unless it is older than the memory's span. */
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  delete(key: string): void;
}

/** A memory of `spanMs` and at most `capacity` keys. `now` gives epoch ms. */
export function createRecent<Value>(now: () => number, spanMs: number, capacity = 2000): Recent<Value> {
  const kept = new Map<string, { readonly value: Value; readonly at: number }>();
  return {
    get(key) {
      const found = kept.get(key);
      return found === undefined || now() - found.at > spanMs ? undefined : found.value;
    },
    set(key, value) {
      kept.delete(key);
      kept.set(key, { value, at: now() });
      const oldest = kept.keys().next();
      if (kept.size > capacity && oldest.done !== true) kept.delete(oldest.value);
    },
    delete(key) {
      kept.delete(key);
    },
  };
}
