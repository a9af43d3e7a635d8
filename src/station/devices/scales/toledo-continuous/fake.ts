import type { ScaleVoice } from '../voiced-scale.ts';
import { checksumOf } from './protocol.ts';

/** A Toledo scale in continuous mode, in kilograms with three places and with its checksum. */
export const toledoContinuousVoice: ScaleVoice = {
  weigh: ({ tenthsG, isMoving, isOverloaded }) => {
    const grams = Math.round(Math.abs(tenthsG) / 10);
    const state = 0x30 | (tenthsG < 0 ? 2 : 0) | (isOverloaded ? 4 : 0) | (isMoving ? 8 : 0);
    const digits = Buffer.from(`${String(grams % 1_000_000).padStart(6, '0')}000000`, 'latin1');
    const frame = [0x02, 0x2d, state, 0x20, ...digits, 0x0d];
    return Uint8Array.of(...frame, checksumOf(frame));
  },
  questions: [],
};
