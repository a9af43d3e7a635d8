import { kilograms, type ScaleVoice } from '../voiced-scale.ts';
import { ORDERS, WEIGH } from './protocol.ts';

/** A scale that speaks the SMA standard, in kilograms. */
export const smaVoice: ScaleVoice = {
  weigh: ({ tenthsG, tareTenthsG, isMoving, isOverloaded }) => {
    const form = tareTenthsG > 0 ? 'N' : 'G';
    const state = isOverloaded ? 'O' : tenthsG === 0 ? 'Z' : ' ';
    return Buffer.from(`\n${state}1${form}${isMoving ? 'M' : ' '} ${kilograms(tenthsG, 10)}kg \r`, 'latin1');
  },
  questions: [
    { asked: WEIGH, answers: 'weight' },
    { asked: ORDERS.zero, answers: 'zeroed' },
    { asked: ORDERS.tare, answers: 'tared' },
    { asked: ORDERS['clear-tare'], answers: 'tare-cleared' },
  ],
};
