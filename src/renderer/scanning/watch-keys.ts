let watcher: ((event: KeyboardEvent) => void) | null = null;

/**
 * Hands every key to `watch` and to nobody else, until the function that it answers is called: a test scan must neither
 * count as a scan nor press anything.
 */
export function watchKeys(watch: (event: KeyboardEvent) => void): () => void {
  watcher = watch;
  return () => {
    if (watcher === watch) watcher = null;
  };
}

/** Did a watcher take this key? Asked first of all, in the capture of the window. */
export function isWatched(event: KeyboardEvent): boolean {
  if (watcher === null) return false;
  event.preventDefault();
  event.stopImmediatePropagation();
  watcher(event);
  return true;
}
