import {
  brokenFrame,
  type ScaleAnswer,
  type ScaleFramer,
  statusAnswer,
  weightAnswer,
} from '../scale-answer.ts';
import { mgFromDigits } from '../weight-units.ts';

const STX = 0x02;
const CR = 0x0d;
/** STX, three status bytes, six places each of weight and tare, CR; the short form has no tare. */
const LONG = 17;
const SHORT = 11;

/**
 * Cuts and reads the stream of Toledo's continuous output: about seven frames a second, with or without a checksum
 * behind the CR (Wildcat manual p. 6-4, IND445). Whether there is one is not said: a byte that is the frame's checksum
 * is one, an STX begins the next frame, and anything else is a wrong checksum. So a frame is told with the byte behind
 * it, or by the pause. A frame that does not fit begins anew at the next STX within it.
 */
export function createToledoContinuousFramer(): ScaleFramer {
  let held: number[] = [];

  const takeNext = (isPaused: boolean): ScaleAnswer | 'more' | 'nothing' => {
    const start = held.indexOf(STX);
    held = start < 0 ? [] : held.slice(start);
    if (held.length === 0) return 'nothing';
    const end = held.indexOf(CR);
    const length = end + 1;
    if (end < 0) {
      if (held.length < LONG) return 'more';
      held = held.slice(1);
      return brokenFrame('malformed');
    }
    const frame = held.slice(0, length);
    const isShaped = (length === LONG || length === SHORT) && hasShape(frame);
    if (!isShaped) {
      held = held.slice(1);
      return brokenFrame('malformed');
    }
    const behind = held[length];
    if (behind === undefined && !isPaused) return 'more';
    const isChecked = behind !== undefined && behind === checksumOf(frame);
    held = held.slice(length + (isChecked || (behind !== undefined && behind !== STX) ? 1 : 0));
    if (behind !== undefined && !isChecked && behind !== STX) return brokenFrame('bad_checksum');
    return readFrame(frame);
  };
  const takeAll = (isPaused: boolean): ScaleAnswer[] => {
    const answers: ScaleAnswer[] = [];
    for (;;) {
      const answer = takeNext(isPaused);
      if (typeof answer === 'string') break;
      answers.push(answer);
    }
    return answers;
  };
  return {
    push: (bytes) => {
      held.push(...bytes);
      return takeAll(false);
    },
    pause: () => {
      const answers = takeAll(true);
      const hasRest = held.length > 0;
      held = [];
      return hasRest ? [...answers, brokenFrame('incomplete')] : answers;
    },
    reset: () => {
      held = [];
    },
  };
}

/** Two's complement of the low seven bits of the sum, STX and CR included (Wildcat manual p. 6-4). */
export function checksumOf(frame: readonly number[]): number {
  const sum = frame.reduce((total, byte) => total + byte, 0);
  return -sum & 0x7f;
}

function hasShape(frame: readonly number[]): boolean {
  const status = frame.slice(1, 4);
  const digits = frame.slice(4, -1);
  // Bit 5 is set in each status byte and bit 6 is not, which keeps them printable.
  return (
    status.every((byte) => (byte & 0x60) === 0x20) &&
    [digits.slice(0, 6), digits.slice(6)].every((field) =>
      /^ *\d*$/.test(Buffer.from(field).toString('latin1')),
    )
  );
}

/** Places that the number is moved by, from the low three bits of the first status byte. */
const EXPONENTS = [2, 1, 0, -1, -2, -3, -4, -5] as const;

function readFrame(frame: readonly number[]): ScaleAnswer {
  const [, first = 0, second = 0] = frame;
  const exponent = EXPONENTS[first & 7] ?? 0;
  const has = (bit: number) => (second & (1 << bit)) !== 0;
  const unit = has(4) ? 'kg' : 'lb';
  if (has(2)) return statusAnswer(has(1) ? 'underload' : 'overload');
  const fieldMg = (field: readonly number[]) => {
    const text = Buffer.from(field).toString('latin1').trim();
    return text === '' ? null : mgFromDigits(Number(text), exponent, unit);
  };
  const mg = fieldMg(frame.slice(4, 10));
  if (mg === null) return brokenFrame('malformed');
  const isNet = has(0);
  return weightAnswer(has(1) && mg !== 0 ? -mg : mg, {
    isStable: !has(3),
    isNet,
    tareMg: isNet && frame.length === LONG ? fieldMg(frame.slice(10, 16)) : null,
  });
}
