import { brokenFrame, type ScaleAnswer, type ScaleFramer } from './scale-answer.ts';

export type LineFramerOptions = {
  /** Reads a line without its end, one character per byte (latin1). */
  readonly read: (line: string) => ScaleAnswer;
  /** Characters of a line that is still plausible; of a longer one nothing is kept. */
  readonly lengthMax?: number;
  /** False where bytes above 0x7f belong to the frame, so that they are no sign of a wrong parity. */
  readonly isSevenBit?: boolean;
};

const LINE_LENGTH_MAX = 64;
const CR = 0x0d;
const LF = 0x0a;

/**
 * Cuts the answers of a scale that speaks in lines, ended by CR, LF or both. Control bytes before a line (power-up
 * noise) are skipped. A line with high bytes that would be a weight without them was sent with seven bits and a parity:
 * it is told as such, and is no weight.
 */
export function createLineFramer(options: LineFramerOptions): ScaleFramer {
  const { read, lengthMax = LINE_LENGTH_MAX, isSevenBit = true } = options;
  let line: number[] = [];
  let isTooLong = false;

  const take = (): ScaleAnswer | null => {
    const bytes = line;
    const wasTooLong = isTooLong;
    line = [];
    isTooLong = false;
    if (wasTooLong) return brokenFrame('malformed');
    const text = Buffer.from(withoutNoise(bytes, isSevenBit)).toString('latin1').trimEnd();
    if (text === '') return bytes.some((byte) => byte !== 0x20) ? brokenFrame('malformed') : null;
    const answer = read(text);
    return answer.kind === 'broken' && isSevenBit ? (asSevenBits(bytes, read) ?? answer) : answer;
  };
  return {
    push: (bytes) => {
      const answers: ScaleAnswer[] = [];
      for (const byte of bytes) {
        // With a parity bit on top a CR arrives as 0x8d; the LF has an even number of bits and stays.
        if (byte === CR || byte === LF) {
          const answer = line.length === 0 ? null : take();
          if (answer !== null) answers.push(answer);
        } else if (line.length < lengthMax) line.push(byte);
        else isTooLong = true;
      }
      return answers;
    },
    pause: () => {
      const hasBegun = line.length > 0;
      line = [];
      isTooLong = false;
      return hasBegun ? [brokenFrame('incomplete')] : [];
    },
    reset: () => {
      line = [];
      isTooLong = false;
    },
  };
}

/** The line from its first printable character on. */
function withoutNoise(bytes: readonly number[], isSevenBit: boolean): readonly number[] {
  const from = bytes.findIndex(
    (byte) => byte >= 0x20 && (isSevenBit ? byte < 0x7f : byte !== 0x7f && byte !== 0xff),
  );
  return from < 0 ? [] : bytes.slice(from);
}

function asSevenBits(bytes: readonly number[], read: (line: string) => ScaleAnswer): ScaleAnswer | null {
  if (bytes.every((byte) => byte < 0x80)) return null;
  const masked = bytes.map((byte) => byte & 0x7f).filter((byte) => byte !== CR);
  const answer = read(Buffer.from(withoutNoise(masked, true)).toString('latin1').trimEnd());
  return answer.kind === 'weight' ? brokenFrame('parity_mismatch', answer.mg) : null;
}
