import type { ScaleVoice } from '../voiced-scale.ts';
import { GET_MASSA, massaFrame, ORDERS } from './protocol.ts';

/** A Massa-K scale of protocol 100, in tenths of a gram. */
export const massaK100Voice: ScaleVoice = {
  weigh: ({ tenthsG, tareTenthsG, isMoving, isOverloaded }) => {
    if (isOverloaded) return massaFrame([0x28, 0x08]);
    const body = Buffer.alloc(13);
    body[0] = 0x24;
    body.writeInt32LE(tenthsG, 1);
    body[5] = 0;
    body[6] = isMoving ? 0 : 1;
    body[7] = tareTenthsG > 0 ? 1 : 0;
    body.writeInt32LE(tareTenthsG, 9);
    body[8] = tenthsG === 0 ? 1 : 0;
    return massaFrame([...body]);
  },
  questions: [
    { asked: GET_MASSA, answers: 'weight' },
    { asked: ORDERS.zero, answers: 'zeroed' },
    { asked: ORDERS['clear-tare'], answers: 'tare-cleared' },
  ],
  zeroed: massaFrame([0x27]),
  tared: massaFrame([0x12]),
};
