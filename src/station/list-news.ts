import type { BenchDatabase } from './database/bench-database.ts';
import { onListChange, type WatchedList } from './database/list-changes.ts';
import type { StationPublisher } from './station-events.ts';

export type ListNews = { readonly close: () => void };

export type ListNewsOptions = {
  readonly db: BenchDatabase;
  readonly publisher: StationPublisher;
  /** The counts of the lists are part of the bench's picture. */
  readonly onNews: () => void;
  /** The least time between two pieces of news, ms: a shop that comes back settles dozens of rows a second. */
  readonly everyMs?: number;
};

/**
 * Tells open screens that the tasks or the outbox are others now, whoever wrote them: after the transaction, and many
 * changes as one.
 */
export function createListNews({ db, publisher, onNews, everyMs = 200 }: ListNewsOptions): ListNews {
  const changed = new Set<WatchedList>();
  let timer: NodeJS.Timeout | null = null;
  let isQuiet = true;

  function tell(): void {
    timer = null;
    isQuiet = changed.size === 0;
    if (isQuiet) return;
    for (const list of changed) publisher.publish('changed', { list });
    changed.clear();
    onNews();
    timer = setTimeout(tell, everyMs);
  }

  const stop = onListChange(db, (list) => {
    changed.add(list);
    if (!isQuiet) return;
    isQuiet = false;
    // A transaction awaits nothing, so the next turn comes after its end.
    timer = setTimeout(tell, 0);
  });
  return {
    close() {
      stop();
      if (timer !== null) clearTimeout(timer);
    },
  };
}
