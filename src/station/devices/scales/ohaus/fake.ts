import type { ScaleVoice } from '../voiced-scale.ts';
import { PRINT_IMMEDIATELY, ZERO } from './protocol.ts';

/** An Ohaus scale that answers `IP`, in grams. */
export const ohausVoice: ScaleVoice = {
  weigh: ({ tenthsG, isMoving, isOverloaded }) => {
    if (isOverloaded) return Buffer.from('ES\r\n', 'latin1');
    const number = (tenthsG / 10).toFixed(1).padStart(11);
    return Buffer.from(`${number} g${isMoving ? ' ?' : ''}\r\n`, 'latin1');
  },
  questions: [
    { asked: PRINT_IMMEDIATELY, answers: 'weight' },
    { asked: ZERO, answers: 'zeroed' },
  ],
};
