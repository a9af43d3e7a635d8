import { vi } from 'vitest';

/** Waits for something to become true over real lines; the limit is for a broken test, not a measure of speed. */
export function eventually<Value>(check: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(check, { timeout: 10_000, interval: 10 });
}
