import type { Writable } from 'node:stream';

/** An output of JSON lines that never holds up whoever writes, whether its reader stalls or goes. */
export type LineOutput = {
  readonly say: (line: Line) => void;
  /** Settles when the reader has everything, or will not take it: it is gone, or takes longer than `flushMs`. */
  readonly flushed: () => Promise<void>;
};
type Line = Readonly<Record<string, unknown>>;

export type LineOutputOptions = {
  /** How much waits for a reader that stalls, bytes; about a thousand lines. */
  readonly maxWaitingBytes?: number;
  readonly flushMs?: number;
};

/**
 * Writes lines to a stream. While more than `maxWaitingBytes` wait for the reader, new lines are dropped; when it goes on,
 * one `lines-dropped` says how many, and the last dropped line of each state (session, shop, a device) follows, so that the
 * reader knows again where the bench stands.
 */
export function createLineOutput(
  stream: Writable,
  { maxWaitingBytes = 256 * 1024, flushMs = 2_000 }: LineOutputOptions = {},
): LineOutput {
  let droppedLines = 0;
  const lastOfState = new Map<string, Line>();
  // Whoever read the lines may go, and a disk that takes them may be full; the packer in front of the bench stays.
  stream.on('error', () => undefined);
  stream.on('drain', goOn);

  function write(line: Line): void {
    stream.write(`${JSON.stringify(line)}\n`);
  }

  function drop(line: Line): void {
    const state = stateOf(line);
    droppedLines += 1;
    if (state !== null) lastOfState.set(state, line);
  }

  function goOn(): void {
    if (droppedLines === 0 || stream.destroyed) return;
    const states = [...lastOfState.values()];
    const count = droppedLines - states.length;
    if (count > 0) write({ event: 'lines-dropped', count });
    for (const line of states) write(line);
    droppedLines = 0;
    lastOfState.clear();
  }

  return {
    say(line) {
      if (stream.destroyed) return;
      if (droppedLines > 0 || stream.writableLength > maxWaitingBytes) drop(line);
      else write(line);
    },
    flushed() {
      goOn();
      return new Promise((resolve) => {
        if (stream.destroyed) return resolve();
        const deadline = setTimeout(resolve, flushMs);
        stream.write('', () => {
          clearTimeout(deadline);
          resolve();
        });
      });
    },
  };
}

/** What a line tells the present state of, where it does; null for what happened once. */
function stateOf({ event, device }: Line): string | null {
  if (event === 'device') return `device ${String(device)}`;
  return event === 'session' || event === 'shop' ? event : null;
}
