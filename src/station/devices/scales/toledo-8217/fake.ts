import { kilograms, type ScaleVoice } from '../voiced-scale.ts';
import { ORDERS, WEIGH } from './protocol.ts';

const status = (bits: number) => Uint8Array.of(0x02, 0x3f, 0x40 | bits, 0x0d);

/** A Toledo 8217: a weight when it stands still, a status byte when it does not. */
export const toledo8217Voice: ScaleVoice = {
  weigh: ({ tenthsG, tareTenthsG, isMoving, isOverloaded }) => {
    const isNet = tareTenthsG > 0;
    const net = isNet ? 0x20 : 0;
    if (isOverloaded) return status(0x02 | net);
    if (isMoving) return status(0x01 | net);
    if (tenthsG < 0) return status(0x04 | net);
    return Buffer.from(`\x02${kilograms(tenthsG, 6, '0')}${isNet ? 'N' : ''}\r`, 'latin1');
  },
  questions: [
    { asked: WEIGH, answers: 'weight' },
    { asked: ORDERS.zero, answers: 'zeroed' },
    { asked: ORDERS.tare, answers: 'tared' },
    { asked: ORDERS['clear-tare'], answers: 'tare-cleared' },
  ],
  zeroed: status(0x10),
  tared: status(0),
};
