import { brokenFrame, type ScaleAnswer, type ScaleFramer } from './scale-answer.ts';

/**
 * Takes the next answer off the front of `held`, in place, with whatever stands before it. `more`: a frame has begun and
 * is not whole. `nothing`: nothing that is left can begin one.
 */
export type TakeNext = (held: number[]) => ScaleAnswer | 'more' | 'nothing';

/** A framer that holds bytes until they make a frame; what has begun when the line falls silent is incomplete. */
export function createHoldingFramer(takeNext: TakeNext): ScaleFramer {
  const held: number[] = [];
  const forget = () => {
    held.length = 0;
  };
  return {
    push: (bytes) => {
      for (const byte of bytes) held.push(byte);
      const answers: ScaleAnswer[] = [];
      for (;;) {
        const answer = takeNext(held);
        if (typeof answer === 'string') return answers;
        answers.push(answer);
      }
    },
    pause: () => {
      const hasBegun = held.length > 0;
      forget();
      return hasBegun ? [brokenFrame('incomplete')] : [];
    },
    reset: forget,
  };
}

/** Drops what stands before the next byte that can begin a frame, the first byte in any case: it is no word of its own. */
export function skipToNext(held: number[], canBegin: (byte: number) => boolean): void {
  const next = held.findIndex((byte, at) => at > 0 && canBegin(byte));
  held.splice(0, next < 0 ? held.length : next);
}
