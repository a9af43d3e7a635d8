import { brokenFrame, type ScaleAnswer, type ScaleFramer, weightAnswer } from '../scale-answer.ts';
import { mgFromDigits } from '../weight-units.ts';

/** Asks for state, division and weight. */
export const GET_STATE: Uint8Array = Uint8Array.of(0x4a);
/** Asks for grams alone, which older scales know. */
export const GET_GRAMS: Uint8Array = Uint8Array.of(0x45);
/** Sets zero. */
export const SET_ZERO: Uint8Array = Uint8Array.of(0x0e);

const STATE_LENGTH = 5;
/** A reply to 45, which is grams and nothing else. */
const GRAMS_LENGTH = 2;

/** Powers of ten of a gram by the division's code. */
const EXPONENTS: ReadonlyMap<number, number> = new Map([
  [0, 0],
  [1, -1],
  [4, 1],
  [5, 2],
]);

/**
 * Cuts and reads the answers of Massa-K's protocol 2, which has neither frame nor checksum: five bytes to `4A`. Only the
 * silence between two answers tells where one begins, so whoever asks throws away what came unasked.
 */
export function createMassaK2Framer(): ScaleFramer {
  return createFixedFramer(STATE_LENGTH, readState);
}

/** The same for scales that are asked with `45`: two bytes of grams, without a word on whether they stand still. */
export function createMassaK2GramsFramer(): ScaleFramer {
  return createFixedFramer(GRAMS_LENGTH, readGrams);
}

function createFixedFramer(length: number, read: (bytes: readonly number[]) => ScaleAnswer): ScaleFramer {
  let held: number[] = [];
  return {
    push: (bytes) => {
      held.push(...bytes);
      const answers: ScaleAnswer[] = [];
      while (held.length >= length) {
        answers.push(read(held.slice(0, length)));
        held = held.slice(length);
      }
      return answers;
    },
    pause: () => {
      const hasBegun = held.length > 0;
      held = [];
      return hasBegun ? [brokenFrame('incomplete')] : [];
    },
    reset: () => {
      held = [];
    },
  };
}

function readState([state = 0, division = 0, low = 0, middle = 0, high = 0]: readonly number[]): ScaleAnswer {
  const exponent = EXPONENTS.get(division);
  // Bits 0 to 4 of the state are never set: more than noise needs to be taken for an answer.
  if (exponent === undefined || (state & 0x1f) !== 0) return brokenFrame('malformed');
  const mg = mgFromDigits(low | (middle << 8) | ((high & 0x7f) << 16), exponent, 'g');
  if (mg === null) return brokenFrame('malformed');
  return weightAnswer((high & 0x80) !== 0 && mg !== 0 ? -mg : mg, {
    isStable: (state & 0x80) !== 0,
    isNet: (state & 0x20) !== 0,
  });
}

function readGrams([low = 0, high = 0]: readonly number[]): ScaleAnswer {
  return weightAnswer((low | (high << 8)) * 1000, { isStable: null });
}
