import { kilograms, type ScaleVoice } from '../voiced-scale.ts';
import { ENQUIRE, SEND_WEIGHT } from './protocol.ts';

/** A CAS scale in dialogue. */
export const casApVoice: ScaleVoice = {
  weigh: ({ tenthsG, isMoving, isOverloaded }) => {
    const sign = isOverloaded ? 'F' : tenthsG < 0 ? '-' : ' ';
    const weight = kilograms(isOverloaded ? 0 : Math.abs(tenthsG), 6, '0');
    const content = Buffer.from(`${isMoving ? 'U' : 'S'}${sign}${weight}kg`, 'latin1');
    const checksum = content.reduce((sum, byte) => sum ^ byte, 0);
    return Uint8Array.of(0x01, 0x02, ...content, checksum, 0x03, 0x04);
  },
  questions: [
    { asked: ENQUIRE, answers: Uint8Array.of(0x06) },
    { asked: SEND_WEIGHT, answers: 'weight' },
  ],
};
