/** One note: a pitch, or a glide between two, Hz; times in ms from the start of the tone; loudness 0 to 1. */
export interface Note {
  readonly fromHz: number;
  readonly toHz: number;
  readonly startMs: number;
  readonly lengthMs: number;
  readonly shape: 'sine' | 'triangle' | 'square';
  readonly loudness: number;
}

/** What the bench says by sound; each is told apart blind. */
export type ToneName = 'accepted' | 'complete' | 'wrong' | 'tooMany' | 'unknown' | 'question' | 'stop';

const note = (
  shape: Note['shape'],
  loudness: number,
  [startMs, lengthMs]: readonly [number, number],
  fromHz: number,
  toHz = fromHz,
): Note => ({ fromHz, toHz, startMs, lengthMs, shape, loudness });

/** Rising is right, low and rough is wrong, a bell asks, two alternating pitches mean stop. */
export const tones: Readonly<Record<ToneName, readonly Note[]>> = {
  accepted: [note('sine', 0.7, [0, 45], 880), note('sine', 0.7, [45, 45], 1320)],
  complete: [
    note('sine', 0.7, [0, 80], 880),
    note('sine', 0.7, [80, 80], 1109),
    note('sine', 0.8, [160, 90], 1320),
  ],
  wrong: [note('square', 0.5, [0, 180], 196), note('square', 0.5, [240, 180], 196)],
  tooMany: [note('triangle', 0.8, [0, 110], 440), note('triangle', 0.8, [170, 110], 440)],
  unknown: [note('triangle', 0.8, [0, 260], 330, 247)],
  question: [note('sine', 0.8, [0, 500], 660), note('sine', 0.25, [0, 380], 1980)],
  stop: [
    note('square', 0.8, [0, 220], 700),
    note('square', 0.8, [220, 220], 900),
    note('square', 0.8, [440, 220], 700),
    note('square', 0.8, [660, 220], 900),
  ],
};

/** How long a tone sounds, ms. */
export function toneLengthMs(name: ToneName): number {
  return Math.max(...tones[name].map(({ startMs, lengthMs }) => startMs + lengthMs));
}
