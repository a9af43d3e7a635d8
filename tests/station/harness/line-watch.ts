import { type Line, type LineName, lineOf, type StationLine } from './station-lines.ts';

export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

/** How long anything may take before a test gives up on it; no measure of speed, ms. */
const patienceMs = 60_000;

/** The station ended while something was still expected of it. */
export class StationEnded extends Error {
  readonly exit: Exit;
  constructor(exit: Exit, expected: string, stderr: string) {
    super(`the station ended (code ${exit.code}, signal ${exit.signal}) before ${expected}\n${stderr}`);
    this.name = 'StationEnded';
    this.exit = exit;
  }
}

/** What one life of a station says, and the waiting for it. */
export type LineWatch = {
  /** Every line so far. */
  readonly lines: readonly StationLine[];
  /** The first line of this name from `from` (an index of `lines`) on that fits; fails when the station ends first. */
  readonly until: <Name extends LineName>(
    name: Name,
    fits?: (line: Line<Name>) => boolean,
    from?: number,
  ) => Promise<Line<Name>>;
  /** Settles when `holds` does, looked at after every line; fails when the station ends first. */
  readonly untilHolds: (what: string, holds: () => boolean) => Promise<void>;
  /** Calls back with every line to come. */
  readonly onLine: (listener: (line: StationLine) => void) => void;
};

/** Where a station's lines go in. */
export type LineDesk = LineWatch & {
  readonly say: (line: StationLine) => void;
  /** A line that breaks the promise fails whoever waits. */
  readonly fail: (failure: Error) => void;
  readonly end: (exit: Exit) => void;
};

/** Keeps the lines of one life; `stderr` is what else it said, for the message of a failure. */
export function createLineDesk(stderr: () => string): LineDesk {
  const lines: StationLine[] = [];
  const waiting = new Set<() => void>();
  const listeners = new Set<(line: StationLine) => void>();
  let exit: Exit | null = null;
  let failure: Error | null = null;
  const wake = () => {
    for (const look of [...waiting]) look();
  };

  function wait<Found>(what: string, find: () => Found | null): Promise<Found> {
    return new Promise((resolve, reject) => {
      const done = (settle: () => void) => {
        waiting.delete(look);
        clearTimeout(patience);
        settle();
      };
      const look = () => {
        if (failure !== null) return done(() => reject(failure));
        const found = find();
        if (found !== null) return done(() => resolve(found));
        if (exit !== null) {
          const ended = new StationEnded(exit, what, stderr());
          done(() => reject(ended));
        }
      };
      const patience = setTimeout(
        () =>
          done(() =>
            reject(new Error(`waited in vain for ${what}; last lines:\n${tailOf(lines)}\n${stderr()}`)),
          ),
        patienceMs,
      );
      waiting.add(look);
      look();
    });
  }

  return {
    lines,
    say(line) {
      lines.push(line);
      for (const listener of listeners) listener(line);
      wake();
    },
    fail(cause) {
      failure ??= cause;
      wake();
    },
    end(how) {
      exit = how;
      wake();
    },
    until: (name, fits = () => true, from = 0) => {
      let next = from;
      return wait(`a line "${name}"`, () => {
        for (; next < lines.length; next += 1) {
          const line = lines[next];
          const data = line === undefined ? null : lineOf(line, name);
          if (data !== null && fits(data)) return data;
        }
        return null;
      });
    },
    untilHolds: async (what, holds) => void (await wait(what, () => (holds() ? true : null))),
    onLine: (listener) => void listeners.add(listener),
  };
}

function tailOf(lines: readonly StationLine[]): string {
  return lines
    .slice(-12)
    .map((line) => line.text.slice(0, 400))
    .join('\n');
}
