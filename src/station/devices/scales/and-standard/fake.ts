import type { ScaleVoice } from '../voiced-scale.ts';
import { QUERY, ZERO } from './protocol.ts';

/** An A&D scale that answers `Q`, in grams. */
export const andVoice: ScaleVoice = {
  weigh: ({ tenthsG, isMoving, isOverloaded }) => {
    if (isOverloaded) return Buffer.from('OL,+9999999E+19\r\n', 'latin1');
    const number = (Math.abs(tenthsG) / 10).toFixed(1).padStart(8, '0');
    return Buffer.from(`${isMoving ? 'US' : 'ST'},${tenthsG < 0 ? '-' : '+'}${number}  g\r\n`, 'latin1');
  },
  questions: [
    { asked: QUERY, answers: 'weight' },
    { asked: ZERO, answers: 'zeroed' },
  ],
};
