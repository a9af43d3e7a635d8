import type { ScaleVoice } from '../voiced-scale.ts';
import { GET_STATE, ORDERS, pos2Frame } from './protocol.ts';

/** A Shtrih-M or Mertech scale of POS2, in grams: it acknowledges a question and then answers. */
export const pos2Voice: ScaleVoice = {
  weigh: ({ tenthsG, tareTenthsG, isMoving, isOverloaded }) => {
    const body = Buffer.alloc(11);
    body[0] = 0x3a;
    body.writeUInt16LE(
      0x04 |
        (isMoving ? 0 : 0x11) |
        (tenthsG === 0 ? 0x02 : 0) |
        (tareTenthsG > 0 ? 0x08 : 0) |
        (isOverloaded ? 0x40 : 0),
      2,
    );
    body.writeInt32LE(Math.round(tenthsG / 10), 4);
    body.writeUInt16LE(Math.round(tareTenthsG / 10), 8);
    return Uint8Array.of(0x06, ...pos2Frame([...body]));
  },
  questions: [
    { asked: GET_STATE, answers: 'weight' },
    { asked: ORDERS.zero, answers: 'zeroed' },
    { asked: ORDERS.tare, answers: 'tared' },
    { asked: ORDERS['clear-tare'], answers: 'tare-cleared' },
  ],
  tared: Uint8Array.of(0x06, ...pos2Frame([0x31, 0])),
  zeroed: Uint8Array.of(0x06, ...pos2Frame([0x30, 0])),
};
