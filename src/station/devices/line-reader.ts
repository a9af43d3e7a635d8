import { ReadlineParser } from '@serialport/parser-readline';

export type LineReader = {
  readonly push: (bytes: Uint8Array) => void;
  /** Forgets a line that has begun. */
  readonly reset: () => void;
};

export type LineReaderOptions = {
  /** Bytes of a line that is still plausible; a longer one is noise and is thrown away as it comes. */
  readonly lengthMax: number;
  /** A line without its CR LF, one character per byte (latin1), so that no byte is lost or changed. */
  readonly onLine: (line: string) => void;
};

/** Cuts the answers of a device that speaks in CR LF lines (a bare LF is taken, too), with a bound on noise. */
export function createLineReader({ lengthMax, onLine }: LineReaderOptions): LineReader {
  let parser = createParser(onLine);
  let unended = 0;
  const reset = () => {
    parser.removeAllListeners('data');
    parser.destroy();
    parser = createParser(onLine);
    unended = 0;
  };
  return {
    push: (bytes) => {
      const lastEnd = bytes.lastIndexOf(0x0a);
      unended = lastEnd < 0 ? unended + bytes.length : bytes.length - lastEnd - 1;
      parser.write(Buffer.from(bytes));
      if (unended > lengthMax) reset();
    },
    reset,
  };
}

function createParser(onLine: (line: string) => void): ReadlineParser {
  const parser = new ReadlineParser({ delimiter: '\n', encoding: 'latin1' });
  parser.on('data', (line: string) => onLine(line.endsWith('\r') ? line.slice(0, -1) : line));
  return parser;
}
