import { kilograms, type ScaleVoice } from '../voiced-scale.ts';

/** A CAS indicator that streams its 22-byte format; the lamps lie above 0x7f. */
export const casLineVoice: ScaleVoice = {
  weigh: ({ tenthsG, isMoving, isOverloaded }) => {
    const header = isOverloaded ? 'OL' : isMoving ? 'US' : 'ST';
    const weight = isOverloaded ? ' '.repeat(8) : kilograms(tenthsG, 8);
    const lamps = String.fromCharCode(isMoving ? 0x84 : 0xc4);
    return Buffer.from(`${header},GS,1${lamps},${weight} kg\r\n`, 'latin1');
  },
  questions: [],
};
