/** The station's end of the channel to main, the same in a utility process and in a plain Node child. */
export interface HostPort {
  post(frame: unknown): void;
  onFrame(listener: (frame: unknown) => void): void;
}

/** What a utility process finds at `process.parentPort`; described here because the station knows no Electron. */
interface ParentPort {
  postMessage(frame: unknown): void;
  on(event: 'message', listener: (message: { data: unknown }) => void): void;
}

/**
 * Opens the channel to main. `onGone` is called when main is no more: the station then flushes and ends, so that no
 * station outlives its window and holds the database. Throws when nobody started this process with a channel.
 */
export function openHostPort(onGone: () => void): HostPort {
  const parentPort = 'parentPort' in process ? (process.parentPort as ParentPort | undefined) : undefined;
  if (parentPort) {
    return {
      post: (frame) => parentPort.postMessage(frame),
      onFrame: (listener) => parentPort.on('message', ({ data }) => listener(data)),
    };
  }
  if (!process.send)
    throw new Error('the station process is started by Packbench, not by hand: use packbench station');
  process.on('disconnect', onGone);
  return {
    // A frame that finds main gone is lost with it; `disconnect` ends this process.
    post: (frame) => void process.send?.(frame, undefined, undefined, () => undefined),
    onFrame: (listener) => void process.on('message', listener),
  };
}
