import { setTimeout as pause } from 'node:timers/promises';

const patienceMs = 60_000;
const lookEveryMs = 20;

/** Looks until it finds, for what has no event to wait for. `find` answers null while it is not there yet. */
export async function eventually<Found>(
  what: string,
  find: () => Promise<Found | null> | Found | null,
): Promise<Found> {
  const endAt = performance.now() + patienceMs;
  for (;;) {
    const found = await find();
    if (found !== null) return found;
    if (performance.now() > endAt) throw new Error(`waited in vain for ${what}`);
    await pause(lookEveryMs);
  }
}
