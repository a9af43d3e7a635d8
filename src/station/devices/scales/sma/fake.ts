import { kilograms, type ScaleVoice } from '../voiced-scale.ts';
import { WEIGH, ZERO } from './protocol.ts';

/** A scale that speaks the SMA standard, in kilograms. */
export const smaVoice: ScaleVoice = {
  weigh: ({ tenthsG, isMoving, isOverloaded }) => {
    const state = isOverloaded ? 'O' : tenthsG === 0 ? 'Z' : ' ';
    return Buffer.from(`\n${state}1G${isMoving ? 'M' : ' '} ${kilograms(tenthsG, 10)}kg \r`, 'latin1');
  },
  questions: [
    { asked: WEIGH, answers: 'weight' },
    { asked: ZERO, answers: 'zeroed' },
  ],
};
