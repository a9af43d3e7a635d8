import type { ScaleVoice } from '../voiced-scale.ts';
import { GET_GRAMS, GET_STATE, SET_ZERO } from './protocol.ts';

/** A Massa-K scale of protocol 2, in tenths of a gram. */
export const massaK2Voice: ScaleVoice = {
  weigh: ({ tenthsG, isMoving }) => {
    const value = Math.abs(tenthsG);
    const state = (isMoving ? 0 : 0x80) | (tenthsG === 0 ? 0x40 : 0);
    const high = ((value >> 16) & 0x7f) | (tenthsG < 0 ? 0x80 : 0);
    return Uint8Array.of(state, 1, value & 0xff, (value >> 8) & 0xff, high);
  },
  questions: [
    { asked: GET_STATE, answers: 'weight' },
    { asked: SET_ZERO, answers: 'zeroed' },
  ],
};

/** One that is asked for grams alone; it says nothing of standing still. */
export const massaK2GramsVoice: ScaleVoice = {
  weigh: ({ tenthsG }) => {
    const grams = Math.max(0, Math.round(tenthsG / 10));
    return Uint8Array.of(grams & 0xff, (grams >> 8) & 0xff);
  },
  questions: [
    { asked: GET_GRAMS, answers: 'weight' },
    { asked: SET_ZERO, answers: 'zeroed' },
  ],
};
