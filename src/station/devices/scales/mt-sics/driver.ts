import { afterSilence } from '../../after-silence.ts';
import type { Driver } from '../../driver.ts';
import { createLineReader } from '../../line-reader.ts';
import type { Connection } from '../../transports/transport.ts';
import { noWeight, type ScaleReading, weightReading } from '../reading.ts';
import type { ScaleDriverOptions } from '../scale-driver.ts';
import { LINE_LENGTH_MAX, type MtSicsAnswer, readMtSicsLine, SEND_IMMEDIATELY } from './protocol.ts';

const POLL_MS = 200;
const TIMEOUT_MS = 1_000;
/** One garbled frame is noise on the line; this many in a row are wrong settings. */
const GARBLED_IN_A_ROW = 3;

/** A request that has not been answered yet. */
type Request = {
  readonly sentAtMs: number;
  readonly attempt: 1 | 2;
  readonly cancelSilence: () => void;
};

/**
 * Asks a MT-SICS scale for its weight about five times a second: one request in flight, a second try after a second of
 * silence, then `no-answer`. A line that nobody asked for is not a reading, and one that does not parse clears the weight.
 */
export function createMtSicsDriver(options: ScaleDriverOptions): Driver {
  const { report, onReading, monotonicMs, pollMs = POLL_MS, timeoutMs = TIMEOUT_MS } = options;
  let connection: Connection | null = null;
  let request: Request | null = null;
  let nextPoll: ReturnType<typeof setTimeout> | undefined;
  let garbledInARow = 0;

  const ask = (attempt: 1 | 2) => {
    if (connection === null) return;
    request = { sentAtMs: monotonicMs(), attempt, cancelSilence: afterSilence(timeoutMs, onSilence) };
    // A failed write closes the connection or is followed by the time-out; both are handled where they arrive.
    void connection.write(SEND_IMMEDIATELY, timeoutMs);
  };
  const onSilence = () => {
    // Half an answer must not grow together with the next one.
    reader.reset();
    if (request?.attempt === 1) {
      ask(2);
      return;
    }
    request = null;
    onReading(noWeight('no-answer', monotonicMs()));
    report({ state: 'attention', detail: 'no-answer' });
    nextPoll = setTimeout(() => ask(1), pollMs);
  };
  const onLine = (line: string) => {
    if (request === null || line === '') return;
    const answer = readMtSicsLine(line);
    const reading = readingOf(answer, monotonicMs());
    if (reading === null) return;
    request.cancelSilence();
    const waitMs = Math.max(0, pollMs - (monotonicMs() - request.sentAtMs));
    request = null;
    nextPoll = setTimeout(() => ask(1), waitMs);
    garbledInARow = answer.kind === 'malformed' ? garbledInARow + 1 : 0;
    reportAnswer(answer);
    onReading(reading);
  };
  const reportAnswer = (answer: MtSicsAnswer) => {
    if (answer.kind === 'refused')
      report({ state: 'attention', detail: 'not-understood', technical: answer.why });
    else if (answer.kind !== 'malformed') report({ state: 'ready', detail: null });
    else if (answer.why === 'unit') report({ state: 'attention', detail: 'wrong-unit' });
    else if (garbledInARow >= GARBLED_IN_A_ROW) report({ state: 'attention', detail: 'garbled' });
  };
  const reader = createLineReader({ lengthMax: LINE_LENGTH_MAX, onLine });

  return {
    opened: (opened) => {
      connection = opened;
      ask(1);
    },
    received: reader.push,
    closed: () => {
      connection = null;
      request?.cancelSilence();
      clearTimeout(nextPoll);
      request = null;
      garbledInARow = 0;
      reader.reset();
      onReading(noWeight('no-answer', monotonicMs()));
    },
  };
}

/** What an answer to `SI` says about the weight; null for a line that answers something else. */
function readingOf(answer: MtSicsAnswer, atMs: number): ScaleReading | null {
  switch (answer.kind) {
    case 'weight':
      return weightReading(answer.tenthsG, answer.isStable, atMs);
    case 'busy':
    case 'overload':
    case 'underload':
      return noWeight(answer.kind, atMs);
    case 'refused':
    case 'malformed':
      return noWeight('error', atMs);
    case 'zeroed':
    case 'zero-refused':
    case 'tared':
    case 'tare-refused':
    case 'other':
      return null;
  }
}
