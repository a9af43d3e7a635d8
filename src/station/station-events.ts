import type { StationEventName, StationEvents } from '#contract/events.ts';

export type StationListener = <Name extends StationEventName>(event: Name, data: StationEvents[Name]) => void;

/** Where the station's parts say what happened, and who hears it. */
export type StationPublisher = {
  publish<Name extends StationEventName>(event: Name, data: StationEvents[Name]): void;
  /** Returns the function that ends the listening. */
  listen(listener: StationListener): () => void;
};

/** A publisher that calls its listeners in order, at once. A listener must not throw. */
export function createPublisher(): StationPublisher {
  const listeners = new Set<StationListener>();
  return {
    publish(event, data) {
      for (const listener of listeners) listener(event, data);
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
