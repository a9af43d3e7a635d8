import { kilograms, type ScaleVoice } from '../voiced-scale.ts';
import { WEIGH, ZERO } from './protocol.ts';

const status = (bits: number) => Uint8Array.of(0x02, 0x3f, 0x40 | bits, 0x0d);

/** A Toledo 8217: a weight when it stands still, a status byte when it does not. */
export const toledo8217Voice: ScaleVoice = {
  weigh: ({ tenthsG, isMoving, isOverloaded }) => {
    if (isOverloaded) return status(0x02);
    if (isMoving) return status(0x01);
    if (tenthsG < 0) return status(0x04);
    return Buffer.from(`\x02${kilograms(tenthsG, 6, '0')}\r`, 'latin1');
  },
  questions: [
    { asked: WEIGH, answers: 'weight' },
    { asked: ZERO, answers: 'zeroed' },
  ],
  zeroed: status(0x10),
};
