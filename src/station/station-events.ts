import type { StationEventName, StationEvents } from '#contract/events.ts';
import { reportFailure } from './report-failure.ts';

export type StationListener = <Name extends StationEventName>(event: Name, data: StationEvents[Name]) => void;

/** Where the station's parts say what happened, and who hears it. */
export type StationPublisher = {
  publish<Name extends StationEventName>(event: Name, data: StationEvents[Name]): void;
  /** Returns the function that ends the listening. */
  listen(listener: StationListener): () => void;
};

/** A publisher that calls its listeners in order, at once. What a listener throws is said, and the others still hear. */
export function createPublisher(): StationPublisher {
  const listeners = new Set<StationListener>();
  return {
    publish(event, data) {
      for (const listener of listeners) {
        try {
          listener(event, data);
        } catch (cause) {
          reportFailure(`telling ${event}`, cause);
        }
      }
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
