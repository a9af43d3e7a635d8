import { guarded } from '../guarded.ts';
import type { StationPublisher } from '../station-events.ts';
import { type ViewOptions, viewBench } from './view-bench.ts';

/** Tells every window how the bench is now, soon after something changed. */
export type BenchPicture = { readonly isDue: () => void; readonly close: () => void };

/** Publishes the picture in the next turn; several changes in one turn are one picture. */
export function createBenchPicture(publisher: StationPublisher, view: ViewOptions): BenchPicture {
  let waiting: NodeJS.Immediate | null = null;
  let isClosed = false;
  const show = guarded('picture of the bench', () => {
    waiting = null;
    publisher.publish('bench', viewBench(view));
  });
  return {
    isDue() {
      if (waiting !== null || isClosed) return;
      waiting = setImmediate(show);
    },
    close() {
      isClosed = true;
      if (waiting !== null) clearImmediate(waiting);
    },
  };
}
