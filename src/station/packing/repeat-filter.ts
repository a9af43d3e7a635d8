/** How long a scanner may go on reading the same code before it counts as a second scan, ms. */
export const REPEAT_WITHIN_MS = 300;

/**
 * Says whether a scan repeats the one before it: the same text within 300 ms is one trigger pull seen twice.
 * The time counts from the last repetition, so a code left under a scanner in presentation mode stays one scan.
 */
export function createRepeatFilter(
  withinMs: number = REPEAT_WITHIN_MS,
): (text: string, atMs: number) => boolean {
  let last: { readonly text: string; readonly atMs: number } | null = null;
  return (text, atMs) => {
    const isRepeat = last !== null && last.text === text && atMs - last.atMs < withinMs;
    last = { text, atMs };
    return isRepeat;
  };
}

/** As {@link createRepeatFilter}, one for each source by its name. */
export function createRepeatFilters(): (source: string, text: string, atMs: number) => boolean {
  const filters = new Map<string, ReturnType<typeof createRepeatFilter>>();
  return (source, text, atMs) => {
    const filter = filters.get(source) ?? createRepeatFilter();
    filters.set(source, filter);
    return filter(text, atMs);
  };
}
